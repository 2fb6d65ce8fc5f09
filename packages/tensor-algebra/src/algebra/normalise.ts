import type { NdArray } from 'ndarray';
import { requirePositive } from '../arguments/require-positive.js';
import type { RealData } from '../arrays/real-array.js';
import { tensorNorms } from '../tensor/tensor-norms.js';
import { tensorScale } from '../tensor/tensor-scale.js';
import type { TensorOptions } from './tensor-options.js';
import { unary } from './unary.js';

export interface NormaliseOptions extends TensorOptions {
  /** C: tensors whose squared norm, the scalar's 1 included, is below this stay as they are. */
  bound?: number;
  /** a: how soon larger norms level off; the squared norm stays below C (1 + 1 / a). */
  exponent?: number;
}

/**
 * Dilates each tensor so that its norm is bounded: by the λ of 0 to 1 for which
 * ‖δ_λ x‖² = ψ(‖x‖²), with ψ(s) = s up to C and C + C^(1+a) (C^-a - s^-a) / a above
 * (Chevyrev & Oberhauser 2022, "Signature moments to characterize laws", §4).
 *
 * `x` is [words] or [batch, words], and so is the result.
 *
 * @throws TypeError for an array of another rank.
 * @throws RangeError when the words make no whole depth or an option is not positive.
 *
 * @example
 * const robust = normalise(signature(path, 4), 3);
 */
export function normalise<A extends RealData>(
  x: NdArray<A>,
  channels: number,
  { scalarTerm = false, bound = 4, exponent = 1 }: NormaliseOptions = {},
): NdArray<A> {
  requirePositive('bound', bound);
  requirePositive('exponent', exponent);
  return unary(x, channels, scalarTerm, 1, (input, out, starts) => {
    const norms = tensorNorms(input, starts);
    const factor = dilation(norms, bound, exponent);
    tensorScale(input, out, starts, (level) => factor ** level);
  });
}

function dilation(norms: readonly number[], bound: number, exponent: number): number {
  const squared = (factor: number): number =>
    norms.reduce((sum, norm, level) => sum + (norm * factor ** level) ** 2, 0);
  const size = squared(1);
  if (size <= bound) return 1;
  const wanted = bound + (bound * (1 - (bound / size) ** exponent)) / exponent;
  let low = 0;
  let high = 1;
  // Halving until the two are neighbouring doubles.
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return low;
    if (squared(middle) < wanted) low = middle;
    else high = middle;
  }
}
