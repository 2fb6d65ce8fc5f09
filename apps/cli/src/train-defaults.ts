import { availableParallelism } from 'node:os';
import type { FitOptions } from '@sig/heads';
import type { FeatureRecipe } from '@sig/image-paths';

/** What `sig train` does where nothing else is said. */
export interface TrainDefaults {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly direction: FeatureRecipe['direction'];
  readonly channels: FeatureRecipe['channels'] | 'auto';
  /** A time channel in every path; left out, for grey images alone. */
  readonly time?: boolean;
  /** Every path starts at the origin; left out, for grey images alone. */
  readonly basepoint?: boolean;
  readonly head: 'fc' | 'cnn1d';
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly schedule: NonNullable<FitOptions['schedule']>;
  readonly optimizer: NonNullable<FitOptions['optimizer']>;
  readonly weightDecay: number;
  readonly loss: NonNullable<FitOptions['loss']>;
  readonly labelSmoothing: number;
  readonly dropout: number;
  /** As `--augment` takes it. */
  readonly augment: string;
  /** Share of the training images. */
  readonly validation: number;
  readonly seed: number;
}

/** For folders of photographs. */
export const folderDefaults: TrainDefaults = {
  width: 64,
  height: 64,
  depth: 4,
  direction: 'rows',
  channels: 'auto',
  head: 'cnn1d',
  epochs: 40,
  batch: 128,
  learningRate: 2e-3,
  schedule: 'one-cycle',
  optimizer: 'adam',
  weightDecay: 1e-4,
  loss: 'cross-entropy',
  labelSmoothing: 0,
  dropout: 0.4,
  augment: 'flip',
  validation: 0.1,
  seed: 0,
};

/** For MNIST, whose digits are small, grey, and must not be mirrored. */
export const mnistDefaults: TrainDefaults = {
  ...folderDefaults,
  width: 28,
  height: 28,
  direction: 'both',
  channels: 'grey',
  epochs: 8,
  augment: 'none',
  validation: 0.05,
};

/** More threads than this wait for each other more than they help with batches of this size. */
const MOST_THREADS = 8;

export function defaultThreads(): number {
  return Math.min(availableParallelism(), MOST_THREADS);
}
