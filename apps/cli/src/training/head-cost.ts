import { encodeModel, quantizeModel } from '@sig/edge';
import { measureInTurns } from '@sig/edge/measure';
import { createClassifier } from '@sig/edge/runtime';
import { layers } from '@sig/edge/runtime/field';
import { architectureToJSON, identityStandardisation, standardisedColumns } from '@sig/heads';
import type { ImageSource } from '../data/image-source.js';
import { modelCost } from '../model/model-cost.js';
import type { TrainSettings } from '../options/train-settings.js';
import type { TrainingPlan } from './plan-training.js';
import { trainingSummary } from './training-summary.js';

/** What a head that is not trained yet will cost. */
export interface HeadCost {
  readonly params: number;
  /** Of the file, quantised to int8. */
  readonly bytes: number;
  readonly macs: number;
  /** Median milliseconds of an image in the runtime; only where there is a budget of them. */
  readonly ms?: number;
}

/** Counts an untrained network, and the file that it will make; on request it is timed as well. */
export async function headCost(
  { recipe, network }: TrainingPlan,
  settings: TrainSettings,
  { classes, trainCount, testCount }: Pick<ImageSource, 'classes' | 'trainCount' | 'testCount'>,
  { timed }: { readonly timed: boolean },
): Promise<HeadCost> {
  const { params, macs } = modelCost(recipe, network.layers);
  const model = quantizeModel(
    {
      kind: 'classifier',
      labels: classes,
      recipe,
      architecture: architectureToJSON(network),
      weights: network.weights,
      standardisation: identityStandardisation(standardisedColumns(network)),
      // Figures of as many digits as those of a training have.
      training: trainingSummary(settings, {
        data: 'photographs',
        images: trainCount,
        report: REPORT,
        ...(testCount > 0 && { test: { count: testCount, accuracy: FIGURE, f1: FIGURE } }),
      }),
    } as const,
    { mode: 'dynamic-int8' },
  );
  const file = encodeModel(model);
  return { params, bytes: file.length, macs, ...(timed && { ms: await timeOf(file, recipe) }) };
}

const FIGURE = 1 / 7;
const REPORT = {
  ...{ epoch: 1, epochs: 1, learningRate: FIGURE, best: true, seconds: 1, imagesPerSecond: 1 },
  ...{ loss: FIGURE, accuracy: FIGURE, validationLoss: FIGURE, validationAccuracy: FIGURE },
};

async function timeOf(
  file: Uint8Array,
  { width, height, channels }: TrainingPlan['recipe'],
): Promise<number> {
  const classifier = createClassifier(file, { layers });
  const count = channels === 'rgb' ? 3 : 1;
  const image = {
    width,
    height,
    channels: count,
    data: new Uint8Array(width * height * count),
  } as const;
  const [{ total }] = await measureInTurns(
    [{ name: 'decoded', run: () => classifier.classify(image) }],
    { seconds: 0.3 },
  );
  return total.median;
}
