import ndarray, { type NdArray } from 'ndarray';
import type { RealArray } from '../arrays/real-array.js';
import { kernelPaths } from './kernel-paths.js';
import { pairKernel } from './pair-kernel.js';
import type { SignatureKernelOptions } from './signature-kernel-options.js';

/**
 * The signature kernel of every path of one set with every path of another: [x batch, y batch],
 * float64. With one set, that of the set with itself (Salvi et al. 2021).
 *
 * `x` and `y` are [batch, length, channels] with the same channels.
 *
 * @throws TypeError for paths of the wrong rank or type.
 * @throws RangeError for numbers that are not finite, different channels, or an option out of range.
 *
 * @example
 * signatureGram(paths); // ndarray [batch, batch], symmetric and positive semi-definite
 */
export function signatureGram(
  x: RealArray,
  y: RealArray = x,
  options: SignatureKernelOptions = {},
): NdArray<Float64Array> {
  const [left, right, channels] = kernelPaths(x, y, 3, options);
  const gram = ndarray(new Float64Array(left.length * right.length), [left.length, right.length]);
  for (const [row, first] of left.entries()) {
    for (const [column, second] of right.entries()) {
      const value =
        x === y && column < row
          ? gram.get(column, row)
          : pairKernel(first, second, channels, options);
      gram.set(row, column, value);
    }
  }
  return gram;
}
