import { trainingLength } from '@sig/heads';
import type { ModelChoice } from '../../costs/count-model.js';
import { TRAIN_IMAGES } from '../../data/train-images.js';
import type { TrainingRecipe } from '../../experiments/experiment.js';
import type { PaperRun } from '../paper/paper-table.js';
import { AUGMENT, NORMALISED_TRAINING, TRAINING } from '../recipes.js';

export type ImageSetName = keyof typeof TRAIN_IMAGES;

/** Epochs by which a training as published sees about 160,000 images, copies and all. */
const PUBLISHED_EPOCHS: Readonly<Record<ImageSetName, number>> = {
  ...{ fire: 40, fog: 26, crack: 9, smile: 6, imagenette: 4 },
};

/** Copies of every image: mirrored both ways, and brighter by 40 and 80 of 255 in HSV. */
export const COPIES = 'flip,flip-vertical,brightness:40,brightness:80';

/** Adam at a constant rate and the balanced focal loss; the batch is 3,000 in the paper, with far more images. */
export const PUBLISHED: TrainingRecipe = {
  batch: 128,
  learningRate: 1e-3,
  optimizer: 'adam',
  loss: 'focal',
  gamma: 2,
  classWeights: 'balanced',
};

/** The transformer alone is trained with decay. */
const PUBLISHED_TRANSFORMER: TrainingRecipe = {
  ...PUBLISHED,
  optimizer: 'adamW',
  weightDecay: 1e-4,
};

/** Heads with batch normalisations. */
const NORMALISED = new Set(['separable', 'res-net', 'field', 'learned-field']);

/** Trained as the paper says, one seed. */
export function asPublished(
  set: ImageSetName,
  model: ModelChoice,
  change: TrainingRecipe = {},
  seeds: readonly number[] = [0],
): PaperRun {
  const training = model.head.name === 'transformer' ? PUBLISHED_TRANSFORMER : PUBLISHED;
  const epochs = PUBLISHED_EPOCHS[set];
  return {
    label: `${set}, as published`,
    recipe: {
      set,
      ...model,
      training: { ...training, epochs, ...change },
      augment: 'none',
      copies: COPIES,
    },
    seeds,
  };
}

/**
 * Trained as `sig train` does: one cycle of AdamW, batches and epochs by the number of images, fresh
 * augmentation. Two seeds show a spread.
 */
export function asHere(
  set: ImageSetName,
  model: ModelChoice,
  seeds: readonly number[] = [0, 1],
): PaperRun {
  const training = NORMALISED.has(model.head.name) ? NORMALISED_TRAINING : TRAINING;
  return {
    label: `${set}, as here`,
    recipe: {
      set,
      ...model,
      training: { ...training, ...trainingLength(TRAIN_IMAGES[set]) },
      augment: AUGMENT,
    },
    seeds,
  };
}

/** What all tables of accuracies say. */
export const PROTOCOL =
  'Judged once on test, with the weights of the last epoch; mean and deviation over seeds. As published: train ' +
  'grows by four copies of each image (mirrored both ways, 40 and 80 brighter), Adam at 0.001, focal loss with ' +
  'balanced weights, dropout 0.4; batches of 128 for 3,000 and so many epochs that each training sees about ' +
  '160,000 images, 1,250 steps. As here: 40 epochs in batches of 128, or 64 below 4,000 images and 32 below 800, ' +
  'fresh flips and shifts, one cycle of AdamW with label smoothing, the same for all heads without batch normalisation and for all with. Baselines on pixels get ' +
  'both. Parameters and FLOPs (two for a multiply-add) are counted for two classes from the architecture; files ' +
  'are those of this project, with labels, recipe and checksum.';
