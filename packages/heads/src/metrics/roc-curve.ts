import { countByThreshold } from './count-by-threshold.js';

/** One point a distinct score, after (0, 0). */
export interface RocCurve {
  readonly thresholds: readonly number[];
  readonly falsePositiveRate: readonly number[];
  readonly truePositiveRate: readonly number[];
}

/**
 * The receiver operating characteristic, from the threshold Infinity, which catches nothing, down to
 * the lowest score. A rate is NaN where there is nothing it could be a share of.
 *
 * @throws RangeError when the arrays differ in length or are empty.
 *
 * @example
 * const { falsePositiveRate, truePositiveRate } = rocCurve(scores, positives);
 * auc(falsePositiveRate, truePositiveRate);
 */
export function rocCurve(
  scores: ArrayLike<number>,
  positives: ArrayLike<number | boolean>,
): RocCurve {
  const counts = [
    { threshold: Infinity, truePositives: 0, falsePositives: 0 },
    ...countByThreshold(scores, positives),
  ];
  const last = counts[counts.length - 1];
  return {
    thresholds: counts.map(({ threshold }) => threshold),
    falsePositiveRate: counts.map(({ falsePositives }) => falsePositives / last.falsePositives),
    truePositiveRate: counts.map(({ truePositives }) => truePositives / last.truePositives),
  };
}
