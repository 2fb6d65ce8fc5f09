/**
 * A kernel [segments, inner, columns] in panels of 8 columns, [panel][segments][inner][8], or with
 * every two of the inner side by side, [panel][segments][⌈inner / 2⌉][8][2]; filled up with zeros.
 */
export function panels<T extends Float32Array | Int8Array>(
  data: T,
  segments: number,
  inner: number,
  columns: number,
  group: 1 | 2,
): T {
  const groups = Math.ceil(inner / group);
  const depth = segments * groups;
  const size = Math.ceil(columns / 8) * depth * 8 * group;
  const packed = (data instanceof Int8Array ? new Int8Array(size) : new Float32Array(size)) as T;
  for (let row = 0, from = 0; row < segments * inner; row++) {
    const place = row % inner;
    const line = ((row - place) / inner) * groups + Math.floor(place / group);
    for (let column = 0; column < columns; column++) {
      const eight = ((column >> 3) * depth + line) * 8 + (column & 7);
      packed[eight * group + (place % group)] = data[from++];
    }
  }
  return packed;
}
