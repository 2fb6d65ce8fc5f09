import { encodeModel } from '@sig/edge';
import { type BatchReport, createNetwork, fit, stratifiedSplit } from '@sig/heads';
import { createFeatures, defaultRecipe } from '@sig/image-paths';
import type { ReadSet } from '../data/read-set.js';
import { modelOf } from './classifier-model.js';
import { imageDataset } from './dataset.js';
import type { Experiment } from './experiment.js';
import { headLayers } from './heads.js';

/** All that decides a stage of a cascade, as plain data; `sig train` with the same options makes the same. */
export interface StageExperiment
  extends Pick<
    Experiment,
    'set' | 'features' | 'head' | 'training' | 'augment' | 'seed' | 'threads'
  > {
  /** Share of train, drawn by class with the seed, that chooses the best epoch and is not trained on. */
  readonly validation: number;
}

/** A trained stage. */
export interface TrainedStage {
  /** The one with the lowest validation loss, whose weights are kept. */
  readonly epoch: number;
  readonly validationLoss: number;
  readonly validationAccuracy: number;
  /** Its model file, in base64. */
  readonly model: string;
  /** The one part that differs from run to run. */
  readonly times: { readonly seconds: number };
}

/** Trains a stage; the weights are those of its best epoch on the images that were set aside. */
export async function trainStage(
  { set, features: options, head, training, augment, validation, seed, threads }: StageExperiment,
  readSet: ReadSet,
  { onBatch }: { onBatch?: (report: BatchReport) => void } = {},
): Promise<TrainedStage> {
  const recipe = defaultRecipe(options);
  const { width, height } = recipe;
  const features = createFeatures(recipe);
  const size = { width, height, channels: recipe.channels === 'rgb' ? 3 : 1 } as const;
  const { classes, train } = await readSet(set, size);
  const layers = headLayers(head, features.shape, classes.length);
  const network = createNetwork({ layers, features, seed });
  const started = performance.now();
  const { history, epoch } = await fit(network, imageDataset(train, classes, { augment }), {
    ...training,
    ...{ validation, seed, threads, onBatch },
  });
  const seconds = (performance.now() - started) / 1000;
  const model = modelOf(network, recipe, classes);
  const { validationLoss = Number.NaN, validationAccuracy = Number.NaN } = history[epoch - 1];
  const file = Buffer.from(encodeModel(model)).toString('base64');
  return { epoch, validationLoss, validationAccuracy, model: file, times: { seconds } };
}

/** The images of train that a stage was not trained on: what thresholds are chosen on. */
export function heldOutPlaces(
  labels: ArrayLike<number>,
  { validation, seed }: Pick<StageExperiment, 'validation' | 'seed'>,
): Int32Array {
  return stratifiedSplit(labels, validation, seed).validation;
}
