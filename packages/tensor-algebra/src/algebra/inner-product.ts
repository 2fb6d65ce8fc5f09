import { requireArray } from '../arguments/require-array.js';
import type { RealArray } from '../arrays/real-array.js';

/**
 * ⟨a, b⟩ = Σ_w a_w b_w over the words that the two arrays hold.
 *
 * `a` and `b` are [words]. Where they leave the scalar out, so does the sum: add 1 for the inner
 * product of two signatures in the tensor algebra.
 *
 * @throws TypeError for arrays that are not [words].
 * @throws RangeError when one has more words than the other.
 *
 * @example
 * innerProduct(signature(first, 4), signature(second, 4)) + 1; // the truncated signature kernel
 */
export function innerProduct(a: RealArray, b: RealArray): number {
  requireArray('a', a, [1], '[words]');
  requireArray('b', b, [1], '[words]');
  if (a.size !== b.size) {
    throw new RangeError(`a and b must have as many words, got ${a.size} and ${b.size}`);
  }
  let sum = 0;
  for (let word = 0; word < a.size; word++) sum += a.get(word) * b.get(word);
  return sum;
}
