import type { RealArray } from './real-array.js';

/** Whether two arrays may share memory: whether the byte ranges they span meet. */
export function overlap(a: RealArray, b: RealArray): boolean {
  if (a.data.buffer !== b.data.buffer || a.size === 0 || b.size === 0) return false;
  const [aFirst, aEnd] = span(a);
  const [bFirst, bEnd] = span(b);
  return aFirst < bEnd && bFirst < aEnd;
}

function span({ data, offset, shape, stride }: RealArray): [number, number] {
  let first = offset;
  let last = offset;
  for (let axis = 0; axis < shape.length; axis++) {
    const reach = (shape[axis] - 1) * stride[axis];
    if (reach < 0) first += reach;
    else last += reach;
  }
  const bytes = data.BYTES_PER_ELEMENT;
  return [data.byteOffset + first * bytes, data.byteOffset + (last + 1) * bytes];
}
