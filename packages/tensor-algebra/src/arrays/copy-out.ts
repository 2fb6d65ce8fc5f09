import { isDense } from './is-dense.js';
import type { RealArray, RealData } from './real-array.js';

/** Copies numbers in row-major order, from `at` on, into an array of up to three dimensions. */
export function copyOut(source: RealData, array: RealArray, at = 0): void {
  const { data, offset, size } = array;
  if (isDense(array)) {
    data.set(at === 0 && source.length === size ? source : source.subarray(at, at + size), offset);
    return;
  }
  const missing = 3 - array.dimension;
  const [planes, rows, columns] = [...Array<number>(missing).fill(1), ...array.shape];
  const [planeStride, rowStride, columnStride] = [
    ...Array<number>(missing).fill(0),
    ...array.stride,
  ];
  let from = at;
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < rows; row++) {
      let to = offset + plane * planeStride + row * rowStride;
      for (let column = 0; column < columns; column++, to += columnStride) {
        data[to] = source[from++];
      }
    }
  }
}
