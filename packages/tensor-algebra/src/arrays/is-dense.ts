import type { RealArray } from './real-array.js';

/** Whether an array's numbers lie side by side in row-major order. */
export function isDense({ shape, stride }: RealArray): boolean {
  let expected = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && stride[axis] !== expected) return false;
    expected *= shape[axis];
  }
  return true;
}
