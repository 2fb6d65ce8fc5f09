import ndarray, { type NdArray } from 'ndarray';
import type { RealData } from './real-array.js';

// What a typed array and the kernels' memory can address together.
const MAXIMUM_BYTES = 2 ** 32;

/** A fresh zeroed array of the same number format as `like`. */
export function allocateLike<A extends RealData>(like: A, shape: number[]): NdArray<A> {
  const count = shape.reduce((product, size) => product * size, 1);
  requireAllocatable(count, like.BYTES_PER_ELEMENT);
  const data = like instanceof Float32Array ? new Float32Array(count) : new Float64Array(count);
  return ndarray(data as A, shape);
}

/** Throws a RangeError for a result that cannot be held, before anything is computed. */
export function requireAllocatable(count: number, bytesEach: number): void {
  if (count * bytesEach > MAXIMUM_BYTES) {
    throw new RangeError(
      `the result of ${count} numbers needs ${count * bytesEach} bytes, more than ${MAXIMUM_BYTES}; use a lower depth, fewer channels or a smaller batch`,
    );
  }
}
