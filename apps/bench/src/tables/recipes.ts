import type { DefaultRecipeOptions } from '@sig/image-paths';
import type { TrainingRecipe } from '../experiments/experiment.js';

/** The signatures of the rows at depth 4, as published. */
export const ROWS: DefaultRecipeOptions = { depth: 4, time: false, basepoint: false };

/** The columns' signatures below the rows'. */
export const TWO_DIRECTIONS: DefaultRecipeOptions = { ...ROWS, direction: 'both' };

export const PIXELS: DefaultRecipeOptions = { transform: 'pixels' };

/** One training for every head: what is compared is the head and what it looks at. */
export const TRAINING: TrainingRecipe = {
  epochs: 40,
  batch: 128,
  learningRate: 6e-3,
  schedule: 'one-cycle',
  optimizer: 'adamW',
  weightDecay: 5e-3,
  labelSmoothing: 0.05,
};

export const SEEDS = [0, 1, 2] as const;
