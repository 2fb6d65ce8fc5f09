import { requireShare } from '../arguments/require-share.js';
import { byFallingConfidence } from '../search/cuts.js';
import type { StageScores } from '../search/score-stages.js';
import { assignExits } from './assign-exits.js';
import type { Threshold } from './threshold.js';

/**
 * The lowest confidence below which the last stage should abstain, so that the answers have some accuracy:
 * every confidence of the images that reach it is tried.
 *
 * @throws RangeError when no abstention reaches the accuracy; it names the best.
 *
 * @example
 * const abstainBelow = chooseAbstention(scores, thresholds, 0.95);
 * createPolicy(recordings, thresholds, { abstainBelow });
 */
export function chooseAbstention(
  scores: readonly StageScores[],
  thresholds: readonly Threshold[],
  accuracy: number,
): number {
  requireShare('accuracy', accuracy);
  const last = scores.length - 1;
  const { confidence, correct } = scores[last];
  let answered = 0;
  let right = 0;
  const atLast = new Uint8Array(correct.length);
  assignExits(scores, thresholds).forEach((stage, image) => {
    if (stage === last) atLast[image] = 1;
    else {
      answered++;
      right += scores[stage].correct[image];
    }
  });
  const order = byFallingConfidence(confidence).filter((image) => atLast[image] === 1);
  let chosen: number | undefined;
  let best = 0;
  // Only who is as sure as can be answers; then one level after the other.
  for (let at = 0, level = 1; ; level = confidence[order[at]]) {
    for (; at < order.length && confidence[order[at]] >= level; at++) {
      answered++;
      right += correct[order[at]];
    }
    const found = answered === 0 ? 0 : right / answered;
    best = Math.max(best, found);
    if (answered > 0 && found >= accuracy) chosen = at === order.length ? 0 : level;
    if (at === order.length) break;
  }
  if (chosen !== undefined) return chosen;
  throw new RangeError(
    `no abstention of the last stage reaches an accuracy of ${accuracy}; the best reaches ${Number(best.toPrecision(6))}`,
  );
}
