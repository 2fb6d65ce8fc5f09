import { countByThreshold } from './count-by-threshold.js';

/** One point a distinct score. */
export interface PrecisionRecallCurve {
  readonly thresholds: readonly number[];
  readonly precision: readonly number[];
  readonly recall: readonly number[];
}

/**
 * Precision and recall at every distinct score, highest first. Recall is NaN where nothing is
 * positive.
 *
 * @throws RangeError when the arrays differ in length or are empty.
 */
export function precisionRecallCurve(
  scores: ArrayLike<number>,
  positives: ArrayLike<number | boolean>,
): PrecisionRecallCurve {
  const counts = countByThreshold(scores, positives);
  const total = counts[counts.length - 1].truePositives;
  return {
    thresholds: counts.map(({ threshold }) => threshold),
    precision: counts.map(
      ({ truePositives, falsePositives }) => truePositives / (truePositives + falsePositives),
    ),
    recall: counts.map(({ truePositives }) => truePositives / total),
  };
}
