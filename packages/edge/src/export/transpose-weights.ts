/** An array of a shape with its axes in another order, as a copy. */
export function transposeWeights<A extends Float32Array | Int8Array>(
  data: A,
  shape: readonly number[],
  order: readonly number[],
): A {
  const strides = shape.map((_, axis) =>
    shape.slice(axis + 1).reduce((product, extent) => product * extent, 1),
  );
  const transposed = data.slice() as A;
  const place = shape.map(() => 0);
  for (let at = 0; at < data.length; at++) {
    transposed[at] = data[order.reduce((sum, axis, to) => sum + place[to] * strides[axis], 0)];
    for (let axis = order.length - 1; axis >= 0; axis--) {
      if (++place[axis] < shape[order[axis]]) break;
      place[axis] = 0;
    }
  }
  return transposed;
}
