import {
  type Calibration,
  type ControlledRisk,
  cheapestAt,
  chooseAbstention,
  controlRisk,
  createPolicy,
  type FrontPoint,
  findFront,
  fitCalibration,
  type MixingGain,
  mixingGain,
  mostAccurateWithin,
  type PixelScale,
  type Policy,
  pickRecording,
  type Recording,
  type StageScores,
  scoreStages,
  surestWithin,
  type Threshold,
  thresholdsForShares,
} from '@sig/cascade';
import { stratifiedSplit } from '@sig/heads';
import { UsageError } from '../errors.js';
import type { CascadeFitOptions } from '../options/cascade-fit-options.js';
import { checkOrder } from './check-order.js';
import { kindOfStageFile } from './stage-files.js';

/** A policy and what it was chosen from. */
export interface ChosenPolicy {
  readonly policy: Policy;
  readonly scores: readonly StageScores[];
  readonly front: readonly FrontPoint[];
  /** How the thresholds were chosen, in words. */
  readonly how: string;
  /** What mixing does on images that it was not fitted on, unless it was ruled out. */
  readonly mixing?: MixingGain;
  readonly warnings: readonly string[];
  /** Where a risk was asked for. */
  readonly controlled?: ControlledRisk;
}

type Choice = Pick<
  CascadeFitOptions,
  | 'rule'
  | 'calibrate'
  | 'mix'
  | 'targetAccuracy'
  | 'budget'
  | 'shares'
  | 'risk'
  | 'confidence'
  | 'abstain'
  | 'cost'
  | 'seed'
  | 'onnxMean'
  | 'onnxDeviation'
>;

/** Chooses thresholds by what was asked for; without a wish, the cheapest that keep the best accuracy. */
export function choosePolicy(
  recordings: readonly Recording[],
  choice: Choice,
  models?: readonly string[],
): ChosenPolicy {
  const { rule, cost: measure, abstain } = choice;
  const wishes = [choice.targetAccuracy ?? choice.budget, choice.shares, choice.risk];
  if (wishes.filter((wish) => wish !== undefined).length > 1) {
    throw new UsageError(
      '--target-accuracy, --budget, --shares and --risk: give one of them, or the first two together',
    );
  }
  if (choice.risk === undefined && choice.confidence !== undefined) {
    throw new UsageError('--confidence is how sure a promise is; give --risk with it');
  }
  if (choice.risk !== undefined && abstain !== undefined) {
    throw new UsageError('--risk promises for all images; leave --abstain out');
  }
  // What a promise is tested on must have no part in the choice, temperatures included.
  const { labels } = recordings[0];
  const halves = choice.risk === undefined ? undefined : stratifiedSplit(labels, 0.5, choice.seed);
  const fitted =
    halves === undefined
      ? recordings
      : recordings.map((recording) => pickRecording(recording, halves.training));
  const { calibration, mixing } = calibrate(fitted, choice);
  const { warnings, ...found } = calibration;
  const scoring = { rule, ...found };
  const scores = scoreStages(fitted, scoring);
  // Those of models are looked at before they are asked; here features that stages share count once.
  if (models === undefined) checkOrder(recordings, measure);
  const front = findFront(scores, { measure });
  const { thresholds, how, controlled } =
    halves === undefined
      ? chooseThresholds(scores, front, choice)
      : chooseByRisk(
          scores,
          scoreStages(
            recordings.map((recording) => pickRecording(recording, halves.validation)),
            scoring,
          ),
          choice,
        );
  const abstainBelow =
    abstain === undefined ? undefined : chooseAbstention(scores, thresholds, abstain);
  const promise = controlled?.promise;
  const pixels = models?.map((model) => pixelsOf(model, choice));
  const options = { ...scoring, abstainBelow, models, pixels, promise };
  const policy = createPolicy(recordings, thresholds, options);
  return { policy, scores, front, how, mixing, warnings, controlled };
}

/** What brings pixels to what an ONNX file was trained on, where that was said. */
function pixelsOf(
  model: string,
  { onnxMean: mean, onnxDeviation: deviation }: Choice,
): PixelScale | undefined {
  if (kindOfStageFile(model) !== 'onnx') return undefined;
  return mean === undefined && deviation === undefined ? undefined : { mean, deviation };
}

/** Temperatures and mixes; without a wish, stages are mixed where that helps on other images. */
function calibrate(
  recordings: readonly Recording[],
  { calibrate: isWanted, mix }: Choice,
): { calibration: Calibration; mixing?: MixingGain } {
  if (!isWanted) {
    if (mix === true)
      throw new UsageError('--mix is fitted as temperatures are; leave --no-calibrate out');
    return { calibration: { temperatures: recordings.map(() => 1), warnings: [] } };
  }
  const mixing = mix === false ? undefined : mixingGain(recordings);
  return { calibration: fitCalibration(recordings, { mix: mix ?? mixing?.helps }), mixing };
}

interface ChosenThresholds {
  readonly thresholds: readonly Threshold[];
  readonly how: string;
  readonly controlled?: ControlledRisk;
}

function chooseThresholds(
  scores: readonly StageScores[],
  front: readonly FrontPoint[],
  { targetAccuracy, budget, shares, cost: measure }: Choice,
): ChosenThresholds {
  if (shares !== undefined) {
    const how = `so that the stages answer ${shares.join(', ')} of the images`;
    return { thresholds: thresholdsForShares(scores, shares), how };
  }
  if (budget !== undefined && targetAccuracy !== undefined) {
    const wish = { accuracy: targetAccuracy, budget, measure };
    const { thresholds, room } = surestWithin(scores, front, wish);
    const how = `those that most surely keep an accuracy of ${targetAccuracy} and a cost of at most ${budget} an image`;
    const far = Number.isFinite(room)
      ? `, ${room.toFixed(1)} standard errors from missing one`
      : '';
    return { thresholds, how: how + far };
  }
  if (budget !== undefined) {
    const { thresholds } = mostAccurateWithin(front, budget);
    return { thresholds, how: `the most accurate that cost at most ${budget} an image` };
  }
  if (targetAccuracy !== undefined) {
    const { thresholds } = cheapestAt(front, targetAccuracy);
    return { thresholds, how: `the cheapest with an accuracy of ${targetAccuracy}` };
  }
  const accuracies = scores.map(
    ({ correct, alone = correct }) => alone.reduce((sum, right) => sum + right, 0) / alone.length,
  );
  const { thresholds } = cheapestAt(front, Math.max(...accuracies));
  return { thresholds, how: 'the cheapest that are as accurate as the best stage alone' };
}

function chooseByRisk(
  fitted: readonly StageScores[],
  heldOut: readonly StageScores[],
  { risk = 0.01, confidence, cost: measure }: Choice,
): ChosenThresholds {
  const controlled = controlRisk(fitted, heldOut, { risk, confidence, measure });
  const how = `the cheapest that can be promised a risk of at most ${risk}`;
  return { thresholds: controlled.thresholds, how, controlled };
}
