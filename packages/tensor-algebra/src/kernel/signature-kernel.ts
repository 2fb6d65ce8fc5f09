import type { RealArray } from '../arrays/real-array.js';
import { kernelPaths } from './kernel-paths.js';
import { pairKernel } from './pair-kernel.js';
import type { SignatureKernelOptions } from './signature-kernel-options.js';

/**
 * The signature kernel of two paths, ⟨S(x), S(y)⟩ over all words of all lengths, without computing
 * a signature: the solution of a Goursat problem (Salvi, Cass, Foster, Lyons & Yang 2021, "The
 * signature kernel is the solution of a Goursat PDE").
 *
 * `x` is [length, channels], `y` likewise with the same channels; their lengths may differ. With
 * inner products of increments above about 1, ask for `refinement`: each step of it takes four
 * times as long and divides the error by about four.
 *
 * @throws TypeError for a path of the wrong rank or type.
 * @throws RangeError for numbers that are not finite, different channels, or an option out of range.
 *
 * @example
 * signatureKernel(x, y, { refinement: 2 });
 */
export function signatureKernel(
  x: RealArray,
  y: RealArray,
  options: SignatureKernelOptions = {},
): number {
  const [[first], [second], channels] = kernelPaths(x, y, 2, options);
  return pairKernel(first, second, channels, options);
}
