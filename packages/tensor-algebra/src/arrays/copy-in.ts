import { isDense } from './is-dense.js';
import type { RealArray, RealData } from './real-array.js';

/** Copies an array of up to three dimensions, in row-major order, into `target` from `at` on. */
export function copyIn(array: RealArray, target: RealData, at = 0): void {
  const { data, offset, size } = array;
  if (isDense(array)) {
    target.set(
      offset === 0 && size === data.length ? data : data.subarray(offset, offset + size),
      at,
    );
    return;
  }
  const missing = 3 - array.dimension;
  const [planes, rows, columns] = [...Array<number>(missing).fill(1), ...array.shape];
  const [planeStride, rowStride, columnStride] = [
    ...Array<number>(missing).fill(0),
    ...array.stride,
  ];
  let to = at;
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < rows; row++) {
      let from = offset + plane * planeStride + row * rowStride;
      for (let column = 0; column < columns; column++, from += columnStride) {
        target[to++] = data[from];
      }
    }
  }
}
