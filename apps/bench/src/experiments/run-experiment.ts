import { createModelNetwork, decodeModel, encodeModel, quantizeModel } from '@sig/edge';
import {
  type BatchReport,
  countCost,
  createNetwork,
  type Dataset,
  evaluate,
  fit,
  type Network,
  predict,
  stratifiedSplit,
} from '@sig/heads';
import { createFeatures, defaultRecipe, type ImageSet } from '@sig/image-paths';
import type { ReadSet } from '../data/read-set.js';
import { machineName } from '../output/machine-name.js';
import { modelOf } from './classifier-model.js';
import { imageDataset } from './dataset.js';
import type { Experiment, ExperimentResult } from './experiment.js';
import { headLayers } from './heads.js';
import { logSignatures } from './log-signatures.js';
import { thinRocCurve } from './thin-roc-curve.js';

/** Share of train that is set aside where a choice is made, and the seed that draws it. */
const VALIDATION = { share: 0.2, seed: 20_000 };

/**
 * Trains a model and judges it. The weights are those of the last epoch, so that nothing is chosen
 * on the images it is judged on.
 */
export async function runExperiment(
  experiment: Experiment,
  readSet: ReadSet,
  { onBatch }: { onBatch?: (report: BatchReport) => void } = {},
): Promise<ExperimentResult> {
  const { seed, threads, training, judged, augment, copies, features: choice } = experiment;
  const recipe = defaultRecipe(choice);
  const { width, height } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const features = createFeatures(recipe);
  const logarithms = choice.logarithm === undefined ? undefined : logSignatures(choice);
  const inputShape = logarithms?.shape ?? features.shape;
  const { classes, train, test } = await readSet(experiment.set, { width, height, channels });
  const layers = headLayers(experiment.head, inputShape, classes.length);
  const cost = countCost(layers, inputShape);
  const network = createNetwork({
    ...{ layers, inputShape, seed },
    features: logarithms === undefined ? features : undefined,
  });

  const started = performance.now();
  const parts: Parts = judged === 'test' ? { judged: { images: test } } : splitOf(train);
  const learnt = imageDataset(train, classes, {
    ...{ indices: parts.training, augment, copies, seed, features: choice },
  });
  let steps = 0;
  const { history } = await fit(network, learnt, {
    ...training,
    ...{ seed, threads },
    onBatch(report) {
      steps = report.step;
      onBatch?.(report);
    },
  });
  const seconds = (performance.now() - started) / 1000;
  const judge = imageDataset(parts.judged.images, classes, {
    ...{ indices: parts.judged.indices, features: choice },
  });
  const probabilities = await predict(network, judge, { threads });
  const figures = evaluate(probabilities, judge.labels, classes);
  const last = history[history.length - 1];
  return {
    accuracy: figures.accuracy,
    f1: figures.f1,
    averagePrecision: figures.averagePrecision,
    auc: figures.auc,
    ...(classes.length === 2 && { roc: thinRocCurve(probabilities, judge.labels) }),
    count: figures.count,
    trainingAccuracy: last.accuracy,
    trainingLoss: last.loss,
    steps,
    params: cost.params,
    headMacs: cost.macs,
    featureMacs: features.macs,
    ...(logarithms === undefined && (await judgeFiles(network, experiment, judge))),
    times: {
      seconds,
      imagesPerSecond: (learnt.count * history.length) / seconds,
      machine: machineName(threads),
    },
  };
}

/** Bytes of the files in float32 and int8, and how accurate the latter is when it is read back. */
async function judgeFiles(
  network: Network,
  { features, threads }: Experiment,
  judge: Dataset,
): Promise<Pick<ExperimentResult, 'bytes' | 'int8'>> {
  const model = modelOf(network, defaultRecipe(features), judge.classes);
  const file = encodeModel(quantizeModel(model, { mode: 'dynamic-int8' }));
  const restored = createModelNetwork(decodeModel(file));
  const probabilities = await predict(restored, judge, { threads });
  const { accuracy } = evaluate(probabilities, judge.labels, judge.classes);
  return { bytes: encodeModel(model).length, int8: { bytes: file.length, accuracy } };
}

interface Parts {
  /** All of train when left out. */
  readonly training?: Int32Array;
  readonly judged: { readonly images: ImageSet; readonly indices?: Int32Array };
}

function splitOf(train: ImageSet): Parts {
  const { training, validation } = stratifiedSplit(train.labels, VALIDATION.share, VALIDATION.seed);
  return { training, judged: { images: train, indices: validation } };
}
