import { signatureLength } from '../words/signature-length.js';

/**
 * Coordinates of a truncated log-signature in a Lyndon basis: the Lyndon words up to length
 * `depth`, by Witt's formula Σ_k 1/k Σ_{m | k} μ(m) channels^(k/m) (Reutenauer 1993, §4.2).
 *
 * In expanded coordinates a log-signature is as long as a signature: see `signatureLength`.
 *
 * @throws RangeError for channels below 1 or a depth outside 1 to 12.
 *
 * @example
 * logSignatureLength(3, 4); // 32
 */
export function logSignatureLength(channels: number, depth: number): number {
  signatureLength(channels, depth);
  // channels^k counts the powers of Lyndon words of every length that divides k.
  const counts: number[] = [0];
  for (let length = 1; length <= depth; length++) {
    let rest = channels ** length;
    for (let divisor = 1; divisor < length; divisor++) {
      if (length % divisor === 0) rest -= divisor * counts[divisor];
    }
    counts.push(rest / length);
  }
  return counts.reduce((sum, count) => sum + count, 0);
}
