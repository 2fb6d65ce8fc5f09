import type { StageScores } from '../search/score-stages.js';
import { assignExits } from './assign-exits.js';
import type { Threshold } from './threshold.js';

/** How many images leave at each stage; those that the last one abstains from have reached it. */
export function countExits(
  scores: readonly Pick<StageScores, 'confidence'>[],
  thresholds: readonly Threshold[],
): number[] {
  const counts = scores.map(() => 0);
  for (const stage of assignExits(scores, thresholds)) counts[stage]++;
  return counts;
}
