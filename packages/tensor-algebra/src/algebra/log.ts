import type { NdArray } from 'ndarray';
import type { RealData } from '../arrays/real-array.js';
import { tensorLog } from '../tensor/tensor-log.js';
import type { TensorOptions } from './tensor-options.js';
import { unary } from './unary.js';

/**
 * log(x) = Σ (-1)^(n+1) (x - 1)^⊗n / n, truncated: from the signature to the log-signature in
 * expanded coordinates (Lyons 2014, §2).
 *
 * `x` is [words] or [batch, words], and so is the result. Without `scalarTerm` x has the scalar 1
 * and the result the scalar 0; with it, the scalar must be positive.
 *
 * @throws TypeError for an array of another rank.
 * @throws RangeError when the words make no whole depth, or a scalar is not positive.
 *
 * @example
 * const expanded = log(signature(path, 4), 3);
 */
export function log<A extends RealData>(
  x: NdArray<A>,
  channels: number,
  { scalarTerm = false }: TensorOptions = {},
): NdArray<A> {
  return unary(x, channels, scalarTerm, 1, (input, out, starts) => {
    if (!(input[0] > 0)) throw new RangeError(`the scalar of x must be positive, got ${input[0]}`);
    tensorLog(input, out, starts);
  });
}
