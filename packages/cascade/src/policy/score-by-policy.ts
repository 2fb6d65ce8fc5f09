import type { Recording } from '../recordings/recording.js';
import { type StageScores, scoreStages } from '../search/score-stages.js';
import { checkStages } from './check-stages.js';
import type { Policy } from './policy.js';
import { thresholdsOf } from './policy-thresholds.js';

/**
 * How sure and how right the stages of a policy are, by its rule, temperatures and mixes.
 *
 * @throws RangeError when the recordings are not of the policy's stages and classes.
 *
 * @example
 * const risk = riskOf(scoreByPolicy(policy, testRecordings), thresholds, 'against-last');
 */
export function scoreByPolicy(policy: Policy, recordings: readonly Recording[]): StageScores[] {
  checkStages(policy, recordings);
  const { temperatures, mixes } = thresholdsOf(policy);
  return scoreStages(recordings, { rule: policy.rule, temperatures, mixes });
}
