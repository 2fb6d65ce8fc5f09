import type { NdArray } from 'ndarray';
import type { RealData } from '../arrays/real-array.js';
import { tensorProduct } from '../tensor/tensor-product.js';
import { binary } from './binary.js';
import type { TensorOptions } from './tensor-options.js';

/**
 * a ⊗ b, truncated: by Chen's identity, the signature of one path followed by another
 * (Lyons 2014, theorem 2.9).
 *
 * `a` and `b` are [words] or [batch, words], and so is the result. Without `scalarTerm` both have
 * the scalar 1.
 *
 * @throws TypeError for arrays of another rank or of two number formats.
 * @throws RangeError for shapes that do not go together.
 *
 * @example
 * const whole = multiply(signature(first, 3), signature(second, 3), channels);
 */
export function multiply<A extends RealData>(
  a: NdArray<A>,
  b: NdArray<A>,
  channels: number,
  { scalarTerm = false }: TensorOptions = {},
): NdArray<A> {
  return binary(a, b, channels, scalarTerm, 1, tensorProduct);
}
