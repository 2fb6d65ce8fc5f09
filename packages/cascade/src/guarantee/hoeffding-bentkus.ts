import { requireInteger } from '../arguments/require-integer.js';
import { requireOpenShare, requireShare } from '../arguments/require-share.js';

/**
 * The Hoeffding–Bentkus p-value of the hypothesis that a risk is above α, given the mean R̂ of n losses from 0
 * to 1 (Bates et al. 2021, "Distribution-free, risk-controlling prediction sets"; Angelopoulos et al. 2021,
 * "Learn then test", proposition 2):
 *
 *     p = min( exp(−n h₁(min(R̂, α), α)), e · P(Bin(n, α) ≤ ⌈n R̂⌉) )
 *     h₁(a, b) = a log(a / b) + (1 − a) log((1 − a) / (1 − b))
 *
 * @param risk R̂, the mean loss that was found.
 * @param count n, how many losses it is the mean of.
 * @param limit α, the risk that is not to be exceeded.
 * @throws RangeError when a share is not within 0 to 1, or there is no image.
 *
 * @example
 * hoeffdingBentkus(0, 100, 0.05); // e^(100 · log 0.95) = 0.0059
 */
export function hoeffdingBentkus(risk: number, count: number, limit: number): number {
  requireShare('risk', risk);
  requireInteger('count', count, 1);
  requireOpenShare('limit', limit);
  // A mean of whole losses times their number is whole but for rounding.
  const losses = Math.ceil(count * risk - 1e-9);
  // At the median or above, a tail is at least a half, and e halves are more than 1.
  if (losses >= count * limit) return 1;
  const hoeffding = Math.exp(-count * divergence(Math.min(risk, limit), limit));
  return Math.min(1, hoeffding, Math.E * binomialTail(losses, count, limit));
}

/** h₁(a, b), the divergence of two coins. */
function divergence(a: number, b: number): number {
  const one = a === 0 ? 0 : a * Math.log(a / b);
  const other = a === 1 ? 0 : (1 - a) * Math.log((1 - a) / (1 - b));
  return one + other;
}

/** P(Bin(n, p) ≤ k) for k < n p, where terms fall towards 0. */
function binomialTail(k: number, n: number, p: number): number {
  // log P(X = k), its binomial coefficient as the product of (n − k + j) / j.
  let log = (n - k) * Math.log1p(-p) + k * Math.log(p);
  for (let j = 1; j <= k; j++) log += Math.log((n - k + j) / j);
  let term = 1;
  let sum = 1;
  for (let j = k; j > 0 && term > 1e-17 * sum; j--) {
    term *= (j * (1 - p)) / ((n - j + 1) * p);
    sum += term;
  }
  return Math.min(1, Math.exp(log) * sum);
}
