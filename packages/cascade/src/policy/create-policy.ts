import { isOwnMix } from '../calibration/own-mix.js';
import type { Recording } from '../recordings/recording.js';
import type { ExitRule } from '../rules/exit-rule.js';
import { scoreStages } from '../search/score-stages.js';
import { countExits } from './count-exits.js';
import { evaluateScores } from './evaluate-scores.js';
import type { PixelScale, Policy, PolicyPromise } from './policy.js';
import type { Threshold } from './threshold.js';

export interface CreatePolicyOptions {
  /** The same that the thresholds were found with (`max-softmax`). */
  readonly rule?: ExitRule;
  /** The same that the thresholds were found with (1). */
  readonly temperatures?: readonly number[];
  /** The same that the thresholds were found with (each stage answers by itself). */
  readonly mixes?: readonly (readonly number[])[];
  /** What the last stage must be sure of to answer at all (0: it always answers). */
  readonly abstainBelow?: number;
  /** The model file of each stage, beside the policy's. */
  readonly models?: readonly string[];
  /** How each stage takes pixels, where its file does not hold that. */
  readonly pixels?: readonly (PixelScale | undefined)[];
  readonly promise?: PolicyPromise;
}

/**
 * A policy from thresholds and the recordings that they were found on.
 *
 * @throws RangeError when parts do not fit together or a threshold is neither from 0 to 1 nor `never`.
 *
 * @example
 * const { thresholds } = cheapestAt(findFront(scoreStages(recordings)), 0.89);
 * writeFileSync('cascade.json', JSON.stringify(createPolicy(recordings, thresholds)));
 */
export function createPolicy(
  recordings: readonly Recording[],
  thresholds: readonly Threshold[],
  options: CreatePolicyOptions = {},
): Policy {
  const { rule = 'max-softmax', mixes, abstainBelow = 0, models, pixels, promise } = options;
  const { temperatures = recordings.map(() => 1) } = options;
  if (models !== undefined && models.length !== recordings.length) {
    throw new RangeError(`models must be one for each stage, got ${models.length}`);
  }
  if (pixels !== undefined && pixels.length !== recordings.length) {
    throw new RangeError(`pixels must be one for each stage, got ${pixels.length}`);
  }
  const scores = scoreStages(recordings, { rule, temperatures, mixes });
  const { accuracy, macs } = evaluateScores(scores, thresholds, abstainBelow);
  return {
    format: 'sig-cascade',
    version: 1,
    rule,
    classes: recordings[0].classes,
    stages: recordings.map(({ name, cost, resolution }, stage) => ({
      name,
      model: models?.[stage],
      resolution,
      cost,
      temperature: temperatures[stage],
      mix: mixes === undefined || isOwnMix(mixes[stage]) ? undefined : mixes[stage],
      pixels: pixels?.[stage],
      threshold: stage < thresholds.length ? thresholds[stage] : abstainBelow,
    })),
    fitted: {
      images: recordings[0].labels.length,
      exits: countExits(scores, thresholds),
      accuracy,
      macs,
    },
    promise,
  };
}
