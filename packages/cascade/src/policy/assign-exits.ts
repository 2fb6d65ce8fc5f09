import type { StageScores } from '../search/score-stages.js';
import { boundOf, checkThresholds, type Threshold } from './threshold.js';

/** The place of an exit that is none: the last stage was not sure enough. */
export const ABSTAINED = -1;

/**
 * Which stage answers each image: the first whose confidence is at least its threshold, else the last; -1
 * where even that is less sure than `abstainBelow`.
 *
 * @throws RangeError unless thresholds are numbers from 0 to 1 or `never`, one for each stage but the last.
 *
 * @example
 * const exits = assignExits(scores, [0.9, 0.8]);
 */
export function assignExits(
  scores: readonly Pick<StageScores, 'confidence'>[],
  thresholds: readonly Threshold[],
  abstainBelow = 0,
): Int32Array {
  checkThresholds(thresholds, scores.length - 1);
  checkThresholds([abstainBelow], 1);
  const bounds = [...thresholds.map(boundOf), abstainBelow];
  return new Int32Array(scores[0].confidence.length).map((_, image) =>
    scores.findIndex(({ confidence }, stage) => confidence[image] >= bounds[stage]),
  );
}
