import type { NdArray } from 'ndarray';
import type { RealData } from '../arrays/real-array.js';
import { tensorInverse } from '../tensor/tensor-inverse.js';
import type { TensorOptions } from './tensor-options.js';
import { unary } from './unary.js';

/**
 * x^-1, the tensor with x ⊗ x^-1 = 1: for a signature, that of the path run backwards.
 *
 * `x` is [words] or [batch, words], and so is the result. Without `scalarTerm` both have the
 * scalar 1; with it, the scalar must not be 0. For signatures `antipode` gives the same, faster.
 *
 * @throws TypeError for an array of another rank.
 * @throws RangeError when the words make no whole depth, or a scalar is 0.
 *
 * @example
 * const nothing = multiply(s, inverse(s, 3), 3); // zeros
 */
export function inverse<A extends RealData>(
  x: NdArray<A>,
  channels: number,
  { scalarTerm = false }: TensorOptions = {},
): NdArray<A> {
  return unary(x, channels, scalarTerm, 1, (input, out, starts) => {
    if (input[0] === 0) throw new RangeError('x has the scalar 0, which has no inverse');
    tensorInverse(input, out, starts);
  });
}
