import { requireShare } from '../arguments/require-share.js';
import type { Threshold } from '../policy/threshold.js';
import { byFallingConfidence } from './cuts.js';
import type { StageScores } from './score-stages.js';

/**
 * Thresholds with which each stage answers a given share of all images: of those that reach it the surest,
 * and with them all that are as sure as the last of them.
 *
 * @param shares one for each stage, together 1.
 * @throws RangeError when there is not one share a stage, each from 0 to 1, or they do not sum to 1.
 *
 * @example
 * const thresholds = thresholdsForShares(scores, [0.6, 0.3, 0.1]);
 */
export function thresholdsForShares(
  scores: readonly StageScores[],
  shares: readonly number[],
): Threshold[] {
  if (shares.length !== scores.length || scores.length === 0) {
    throw new RangeError(
      `shares must be one for each of the ${scores.length} stages, got ${shares.length}`,
    );
  }
  for (const share of shares) requireShare('a share', share);
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (!(Math.abs(total - 1) < 1e-6)) throw new RangeError(`shares must sum to 1, got ${total}`);
  const count = scores[0].confidence.length;
  const left = new Uint8Array(count).fill(1);
  let answered = 0;
  let wanted = 0;
  return scores.slice(0, -1).map(({ confidence }, stage) => {
    wanted += shares[stage] * count;
    let threshold: Threshold = 'never';
    for (const image of byFallingConfidence(confidence)) {
      if (left[image] === 0) continue;
      // Half an image is no image; whoever is as sure as the last one exits with it.
      if (answered + 0.5 > wanted && confidence[image] !== threshold) break;
      threshold = confidence[image];
      left[image] = 0;
      answered++;
    }
    return threshold;
  });
}
