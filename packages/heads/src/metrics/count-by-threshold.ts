import { checkLengths } from './check-lengths.js';

/** What a threshold catches: all samples with at least this score. */
export interface ThresholdCount {
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
}

/** The counts at every distinct score, highest first; `positives` holds 1 or true for a positive. */
export function countByThreshold(
  scores: ArrayLike<number>,
  positives: ArrayLike<number | boolean>,
): ThresholdCount[] {
  checkLengths('scores', scores, 'positives', positives);
  const order = Array.from({ length: scores.length }, (_, index) => index);
  for (const index of order) {
    if (Number.isNaN(scores[index]))
      throw new RangeError(`scores must be numbers, got NaN at ${index}`);
  }
  order.sort((a, b) => scores[b] - scores[a]);
  const counts: ThresholdCount[] = [];
  let truePositives = 0;
  let falsePositives = 0;
  for (const [rank, index] of order.entries()) {
    if (positives[index]) truePositives++;
    else falsePositives++;
    const threshold = scores[index];
    // Samples of the same score cannot be told apart, so they count together.
    const tied = rank + 1 < order.length && scores[order[rank + 1]] === threshold;
    if (!tied) counts.push({ threshold, truePositives, falsePositives });
  }
  return counts;
}
