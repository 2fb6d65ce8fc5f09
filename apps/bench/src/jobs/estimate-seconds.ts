import { countCost } from '@sig/heads';
import { createCopies, createFeatures, defaultRecipe } from '@sig/image-paths';
import { TRAIN_IMAGES } from '../data/train-images.js';
import type { Experiment } from '../experiments/experiment.js';
import { headLayers } from '../experiments/heads.js';
import { logSignatures } from '../experiments/log-signatures.js';

/** Images of train, of the sets that tables name. */
const IMAGES: Readonly<Record<string, number>> = TRAIN_IMAGES;
/** What another set is taken for. */
const OTHERS = 1000;

/** Measured on two threads: multiply-adds in a second of heads, forward and back, and of features. */
const HEAD_RATE = 2e10;
const FEATURE_RATE = 2e10;
/** Seconds of an image whatever its network, and of log-signatures, which one thread computes. */
const IMAGE = 3e-5;
const LOGARITHM = 3.5e-4;

/** About how long a training takes on two threads, for its place in a queue and the time that is left. */
export function estimateSeconds({ set, features, head, training, copies }: Experiment): number {
  const recipe = defaultRecipe(features);
  const { shape, macs } = createFeatures(recipe);
  const inputShape = features.logarithm === undefined ? shape : logSignatures(features).shape;
  const cost = countCost(headLayers(head, inputShape, 10), inputShape);
  const images =
    (IMAGES[set] ?? OTHERS) * (1 + (copies === undefined ? 0 : createCopies(copies).count));
  const image =
    IMAGE +
    (3 * cost.macs) / HEAD_RATE +
    macs / FEATURE_RATE +
    (features.logarithm === undefined ? 0 : LOGARITHM);
  return (training.epochs ?? 20) * images * image;
}
