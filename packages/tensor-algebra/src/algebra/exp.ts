import type { NdArray } from 'ndarray';
import type { RealData } from '../arrays/real-array.js';
import { tensorExp } from '../tensor/tensor-exp.js';
import type { TensorOptions } from './tensor-options.js';
import { unary } from './unary.js';

/**
 * exp(x) = Σ x^⊗n / n!, truncated: from the log-signature, in expanded coordinates, to the
 * signature (Lyons 2014, §2).
 *
 * `x` is [words] or [batch, words], and so is the result. Without `scalarTerm` x has the scalar 0
 * and the result the scalar 1.
 *
 * @throws TypeError for an array of another rank.
 * @throws RangeError when the words make no whole depth.
 *
 * @example
 * const lifted = exp(log(s, 3), 3); // s again
 */
export function exp<A extends RealData>(
  x: NdArray<A>,
  channels: number,
  { scalarTerm = false }: TensorOptions = {},
): NdArray<A> {
  return unary(x, channels, scalarTerm, 0, tensorExp);
}
