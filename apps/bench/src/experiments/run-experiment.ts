import {
  type BatchReport,
  countCost,
  createNetwork,
  type Dataset,
  evaluate,
  fit,
  predict,
  stratifiedSplit,
} from '@sig/heads';
import {
  createAugmentation,
  createFeatures,
  defaultRecipe,
  type ImageSet,
  parseAugmentation,
} from '@sig/image-paths';
import type { ReadSet } from '../data/read-set.js';
import type { Experiment, ExperimentResult } from './experiment.js';
import { headLayers } from './heads.js';

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
  const { seed, threads, training, judged } = experiment;
  const recipe = defaultRecipe(experiment.features);
  const { width, height } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const features = createFeatures(recipe);
  const { classes, train, test } = await readSet(experiment.set, { width, height, channels });
  const layers = headLayers(experiment.head, features.shape, classes.length);
  const cost = countCost(layers, features.shape);
  const network = createNetwork({ layers, features, seed });

  const started = performance.now();
  const parts =
    judged === 'test'
      ? { training: allOf(train), judged: { images: test, indices: allOf(test) } }
      : splitOf(train);
  const result = await fit(network, datasetOf(train, parts.training, classes, experiment.augment), {
    ...training,
    seed,
    threads,
    onBatch,
  });
  const seconds = (performance.now() - started) / 1000;
  const judge = datasetOf(parts.judged.images, parts.judged.indices, classes);
  const figures = evaluate(await predict(network, judge, { threads }), judge.labels, classes);
  const last = result.history[result.history.length - 1];
  return {
    accuracy: figures.accuracy,
    f1: figures.f1,
    averagePrecision: figures.averagePrecision,
    count: figures.count,
    trainingAccuracy: last.accuracy,
    trainingLoss: last.loss,
    params: cost.params,
    headMacs: cost.macs,
    featureMacs: features.macs,
    times: { seconds, imagesPerSecond: (parts.training.length * result.history.length) / seconds },
  };
}

function splitOf(train: ImageSet) {
  const { training, validation } = stratifiedSplit(train.labels, VALIDATION.share, VALIDATION.seed);
  return { training, judged: { images: train, indices: validation } };
}

function allOf({ count }: ImageSet): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => index);
}

/** Some images of a set, or all; with an augmentation they change whenever they are trained on. */
export function datasetOf(
  images: ImageSet,
  indices: Int32Array = allOf(images),
  classes: readonly string[],
  augmentation = 'none',
): Dataset {
  const specs = parseAugmentation(augmentation);
  const augment = specs.length > 0 ? createAugmentation(specs) : undefined;
  const bytes = images.width * images.height * images.channels;
  return {
    count: indices.length,
    classes,
    labels: indices.map((index) => images.labels[index]),
    read(place, target, random) {
      const start = indices[place] * bytes;
      const pixels = images.pixels.subarray(start, start + bytes);
      if (augment !== undefined && random !== undefined && target instanceof Uint8Array) {
        augment(pixels, images, target, random);
      } else {
        target.set(pixels);
      }
    },
  };
}
