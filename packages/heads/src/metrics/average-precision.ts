import { countByThreshold } from './count-by-threshold.js';

/**
 * Σ (R_n - R_(n-1)) P_n over the distinct scores, highest first, without interpolation (the
 * definition of scikit-learn). 0 where nothing is positive.
 *
 * @throws RangeError when the arrays differ in length or are empty.
 *
 * @example
 * averagePrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // 0.833
 */
export function averagePrecision(
  scores: ArrayLike<number>,
  positives: ArrayLike<number | boolean>,
): number {
  const counts = countByThreshold(scores, positives);
  const total = counts[counts.length - 1].truePositives;
  if (total === 0) return 0;
  let sum = 0;
  let before = 0;
  for (const { truePositives, falsePositives } of counts) {
    sum += ((truePositives - before) * truePositives) / (truePositives + falsePositives);
    before = truePositives;
  }
  return sum / total;
}
