import type { NdArray } from 'ndarray';
import type { RealData } from '../arrays/real-array.js';
import { tensorShuffle } from '../tensor/tensor-shuffle.js';
import { binary } from './binary.js';
import type { TensorOptions } from './tensor-options.js';

/**
 * The shuffle product a ⧢ b of two linear functionals, truncated: on signatures
 * ⟨a ⧢ b, S⟩ = ⟨a, S⟩ ⟨b, S⟩ (Reutenauer 1993, §1.4; Lyons 2014, §2).
 *
 * `a` and `b` are [words] or [batch, words], and so is the result. Without `scalarTerm` both have
 * the scalar 0.
 *
 * @throws TypeError for arrays of another rank or of two number formats.
 * @throws RangeError for shapes that do not go together.
 *
 * @example
 * const product = shuffle(a, b, 3);
 * innerProduct(product, s); // innerProduct(a, s) * innerProduct(b, s)
 */
export function shuffle<A extends RealData>(
  a: NdArray<A>,
  b: NdArray<A>,
  channels: number,
  { scalarTerm = false }: TensorOptions = {},
): NdArray<A> {
  return binary(a, b, channels, scalarTerm, 0, (left, right, out, starts) =>
    tensorShuffle(left, right, out, channels, starts.length - 2),
  );
}
