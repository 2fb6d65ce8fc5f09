import { answersOf } from '../calibration/answers-of.js';
import { expectedCalibrationError } from '../calibration/expected-calibration-error.js';
import type { Recording } from '../recordings/recording.js';
import { confidenceOf } from '../rules/confidence.js';
import { ABSTAINED, assignExits } from './assign-exits.js';
import { type CascadeEvaluation, evaluateScores } from './evaluate-scores.js';
import type { Policy } from './policy.js';
import { thresholdsOf } from './policy-thresholds.js';
import { scoreByPolicy } from './score-by-policy.js';

/** What a policy comes to on recordings, with how far its probabilities are from the truth. */
export interface PolicyEvaluation extends CascadeEvaluation {
  /** Of the answers: the probability that the answering stage gave, beside whether it was right. */
  readonly calibrationError: number;
}

/**
 * What a policy comes to on recordings of its stages, such as those of a test set.
 *
 * @throws RangeError when the recordings are not of the policy's stages and classes.
 *
 * @example
 * const { accuracy, macs, exits, calibrationError } = evaluatePolicy(policy, testRecordings);
 */
export function evaluatePolicy(policy: Policy, recordings: readonly Recording[]): PolicyEvaluation {
  const scores = scoreByPolicy(policy, recordings);
  const { thresholds, abstainBelow, temperatures, mixes } = thresholdsOf(policy);
  const exits = assignExits(scores, thresholds, abstainBelow);
  const highest = answersOf(recordings, temperatures, mixes).map(
    (answer) => confidenceOf(answer, policy.classes.length, 'max-softmax').confidence,
  );
  const sure: number[] = [];
  const right: number[] = [];
  exits.forEach((stage, image) => {
    if (stage === ABSTAINED) return;
    sure.push(highest[stage][image]);
    right.push(scores[stage].correct[image]);
  });
  return {
    ...evaluateScores(scores, thresholds, abstainBelow),
    calibrationError: sure.length > 0 ? expectedCalibrationError(sure, right) : Number.NaN,
  };
}
