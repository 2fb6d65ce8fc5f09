import { encodeModel } from '@sig/edge';
import {
  architectureToJSON,
  createNetwork,
  DivergenceError,
  fit,
  type StratifiedSplit,
  stratifiedSplit,
} from '@sig/heads';
import { createFeatures } from '@sig/image-paths';
import type { LabelledImages, TrainingProgress, TrainingWishes } from '../link/learner.js';
import type { LearningPlan } from './choose-head.js';
import { dataset, imageSet, pick } from './image-samples.js';
import { usefulThreads } from './useful-threads.js';

export interface TrainNetworkOptions {
  readonly onProgress: (progress: TrainingProgress) => void;
  readonly signal: AbortSignal;
}

/** Images that are set aside to tell how well a training goes; where there are few, none are. */
export function holdOut({ labels, classes }: LabelledImages, seed: number): StratifiedSplit {
  const SHARE = 0.15;
  const ENOUGH = 10;
  const smallest = Math.min(
    ...classes.map((_, place) => labels.filter((label) => label === place).length),
  );
  if (smallest >= ENOUGH) return stratifiedSplit(labels, SHARE, seed);
  return { training: Int32Array.from(labels, (_, place) => place), validation: new Int32Array() };
}

/** Trains the network of a plan; gives the bytes of its model file. */
export async function trainNetwork(
  images: LabelledImages,
  { training, validation }: StratifiedSplit,
  plan: LearningPlan,
  wishes: TrainingWishes,
  { onProgress, signal }: TrainNetworkOptions,
): Promise<Uint8Array> {
  const { classes } = images;
  const features = createFeatures(plan.recipe);
  const layers = plan.layers(features.shape, classes.length);
  const network = createNetwork({ layers, features, seed: wishes.seed });
  const set = imageSet(images, plan.recipe);
  const { batch = training.length } = plan.fit;
  const start = performance.now();
  let loss = Number.NaN;
  const told = (done: number, epoch: number, epochs: number): TrainingProgress => {
    const seconds = (performance.now() - start) / 1000;
    return {
      done,
      epoch,
      epochs,
      loss,
      secondsLeft: done > 0 ? seconds / done - seconds : undefined,
    };
  };
  try {
    const { epoch } = await fit(network, dataset(pick(set, training), classes, plan.augment), {
      ...plan.fit,
      threads: usefulThreads(Math.min(batch, training.length)),
      ...(validation.length > 0 && { validation: dataset(pick(set, validation), classes) }),
      signal,
      onBatch(report) {
        loss = report.loss;
        onProgress(told(report.step / report.steps, report.epoch, report.epochs));
      },
      onEpoch({ epoch: at, epochs, validationAccuracy }) {
        onProgress({ ...told(at / epochs, at, epochs), heldOutAccuracy: validationAccuracy });
      },
    });
    if (epoch === 0) throw new Error('stopped before the first epoch was over; train again');
  } catch (error) {
    if (!(error instanceof DivergenceError)) throw error;
    throw new Error(
      'the training came apart, its numbers grew without end; train with another seed',
    );
  }
  return encodeModel({
    kind: 'classifier',
    labels: classes,
    recipe: plan.recipe,
    architecture: architectureToJSON(network),
    weights: network.weights,
    standardisation: network.standardisation,
    training: { program: 'playground', images: training.length, seed: wishes.seed },
  });
}
