import { answersOf } from '../calibration/answers-of.js';
import { checkMixes } from '../calibration/check-mixes.js';
import type { StageCost } from '../cost/stage-cost.js';
import { checkRecordings } from '../recordings/check-recordings.js';
import type { Recording } from '../recordings/recording.js';
import { confidenceOf } from '../rules/confidence.js';
import { checkExitRule, type ExitRule } from '../rules/exit-rule.js';

/** A stage as a search sees it: how sure it is of each image, and whether it is right. */
export interface StageScores {
  readonly name: string;
  readonly confidence: Float64Array;
  /** The class that it names. */
  readonly predicted: Int32Array;
  /** 1 where that is the image's class. */
  readonly correct: Uint8Array;
  /** 1 where the stage by itself is right, where its answer is mixed with those of earlier ones. */
  readonly alone?: Uint8Array;
  readonly cost: StageCost;
}

export interface ScoreStagesOptions {
  /** What makes a stage sure (`max-softmax`). */
  readonly rule?: ExitRule;
  /** Of each stage, as `fitTemperature` finds them; 1 when left out. */
  readonly temperatures?: readonly number[];
  /** The shares that each stage and those before it have in its answer, as `fitMix` finds them. */
  readonly mixes?: readonly (readonly number[])[];
}

/**
 * How sure and how right each stage is of each image.
 *
 * @throws RangeError when the recordings are of other images or classes, when there is no image, for an
 * unknown rule, or a temperature that is not above 0.
 *
 * @example
 * const scores = scoreStages([small, medium, large], { rule: 'margin' });
 */
export function scoreStages(
  recordings: readonly Recording[],
  options: ScoreStagesOptions = {},
): StageScores[] {
  const { rule = 'max-softmax', temperatures = recordings.map(() => 1), mixes } = options;
  checkRecordings(recordings);
  checkExitRule(rule);
  checkTemperatures(temperatures, recordings.length);
  if (mixes !== undefined) checkMixes(mixes, recordings.length);
  const answers = answersOf(recordings, temperatures, mixes);
  const scores: StageScores[] = [];
  for (const [stage, { name, probabilities, labels, classes, cost }] of recordings.entries()) {
    const width = classes.length;
    const correctOf = (named: Int32Array): Uint8Array =>
      Uint8Array.from(named, (one, image) => (one === labels[image] ? 1 : 0));
    const before = scores.at(-1)?.predicted;
    const { confidence, predicted } = confidenceOf(answers[stage], width, rule, before);
    const alone = mixes && correctOf(confidenceOf(probabilities, width, rule).predicted);
    scores.push({ name, confidence, predicted, correct: correctOf(predicted), alone, cost });
  }
  return scores;
}

/** Throws a RangeError unless there is a number above 0 for each stage. */
export function checkTemperatures(temperatures: readonly number[], count: number): void {
  const right = temperatures.every((value) => value > 0 && value < Number.POSITIVE_INFINITY);
  if (temperatures.length === count && right) return;
  throw new RangeError(
    `temperatures must be ${count} numbers above 0, one for each stage, got ${temperatures.join(', ')}`,
  );
}
