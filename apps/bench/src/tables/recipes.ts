import type { DefaultRecipeOptions } from '@sig/image-paths';
import type { TrainingRecipe } from '../experiments/experiment.js';

/** The signatures of the rows at depth 4, as published. */
export const ROWS: DefaultRecipeOptions = { depth: 4, time: false, basepoint: false };

/** The columns' signatures below the rows'. */
export const TWO_DIRECTIONS: DefaultRecipeOptions = { ...ROWS, direction: 'both' };

/** The local signature field: 15 × 15 windows of 8 × 8 pixels, 30 numbers each. */
export const FIELD = {
  transform: 'field',
  window: 8,
  stride: 4,
  depth: 2,
  direction: 'both',
  moments: true,
} as const satisfies DefaultRecipeOptions;

/** For heads without normalisation. Chosen on the part of train that was set aside, as all below. */
export const TRAINING: TrainingRecipe = {
  epochs: 40,
  batch: 128,
  learningRate: 6e-3,
  schedule: 'one-cycle',
  optimizer: 'adamW',
  weightDecay: 5e-3,
  labelSmoothing: 0.05,
};

/** Batch normalisation bears larger steps and more decay. */
export const NORMALISED_TRAINING: TrainingRecipe = {
  ...TRAINING,
  learningRate: 1e-2,
  weightDecay: 5e-2,
};

/** For comparing many variants of one model. */
export const SHORT_TRAINING: TrainingRecipe = { ...NORMALISED_TRAINING, epochs: 15 };

/** For things, which have an upper side. */
export const AUGMENT = 'flip,shift:8';

/** For surfaces, which have none. */
export const AUGMENT_SURFACE = 'flip,flip-vertical,shift:8';

export const SEEDS = [0, 1, 2] as const;
