import { expectedCalibrationError } from '../calibration/expected-calibration-error.js';
import { soften } from '../calibration/soften.js';
import type { Recording } from '../recordings/recording.js';
import { confidenceOf } from '../rules/confidence.js';
import { scoreStages } from '../search/score-stages.js';
import { ABSTAINED, assignExits } from './assign-exits.js';
import { checkStages } from './check-stages.js';
import { type CascadeEvaluation, evaluateScores } from './evaluate-scores.js';
import type { Policy } from './policy.js';
import { thresholdsOf } from './policy-thresholds.js';

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
  checkStages(policy, recordings);
  const { thresholds, abstainBelow, temperatures } = thresholdsOf(policy);
  const scores = scoreStages(recordings, { rule: policy.rule, temperatures });
  const exits = assignExits(scores, thresholds, abstainBelow);
  const highest = recordings.map(({ probabilities, classes }, stage) => {
    const softened = soften(probabilities, classes.length, temperatures[stage]);
    return confidenceOf(softened, classes.length, 'max-softmax').confidence;
  });
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
