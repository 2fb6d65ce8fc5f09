import { availableParallelism } from 'node:os';
import type { FitOptions } from '@sig/heads';
import type { FeatureRecipe } from '@sig/image-paths';
import { AUTO_HEAD } from './options/parse-head.js';

/** What `sig train` does where nothing else is said. */
export interface TrainDefaults {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly direction: FeatureRecipe['direction'];
  readonly channels: FeatureRecipe['channels'] | 'auto';
  /** A time channel in every path; left out, where the channels need one. */
  readonly time?: boolean;
  /** Every path starts at the origin. */
  readonly basepoint: boolean;
  /** The name of a head, or the place of a module. */
  readonly head: string;
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

/**
 * For folders of photographs. ImageSig itself takes rows at depth 4 without time and basepoint; with
 * them a signature also tells where on its line a colour is, which validation images of every set
 * tried reward (on faces it is the difference between a guess and an answer).
 */
export const folderDefaults: TrainDefaults = {
  width: 64,
  height: 64,
  depth: 3,
  direction: 'both',
  channels: 'auto',
  time: true,
  basepoint: true,
  head: 'cnn1d',
  epochs: 30,
  batch: 64,
  learningRate: 3e-3,
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
  depth: 4,
  channels: 'grey',
  epochs: 12,
  batch: 128,
  learningRate: 8e-3,
  augment: 'none',
  validation: 0.05,
};

/** Where a transform of the image wants other defaults than signatures of its lines. */
const ofTransform: Readonly<Record<FeatureRecipe['transform'], Partial<TrainDefaults>>> = {
  signature: {},
  // Bare pixels have no depth and no additions, and say the same in both directions.
  pixels: { depth: 1, time: false, basepoint: false, direction: 'rows' },
  field: { depth: 2, time: undefined, basepoint: false, head: 'field' },
};

/** What a head looks at, where it is not signatures of lines. */
const TRANSFORM_OF: Readonly<Record<string, FeatureRecipe['transform'] | undefined>> = {
  field: 'field',
  'learned-field': 'pixels',
  [AUTO_HEAD]: 'pixels',
};

/** Batch normalisation after every layer bears large steps and much decay, and does the work of dropout. */
const NORMALISED: Partial<TrainDefaults> = {
  epochs: 40,
  batch: 128,
  learningRate: 1e-2,
  optimizer: 'adamW',
  weightDecay: 5e-2,
  labelSmoothing: 0.05,
  dropout: 0,
  augment: 'flip,shift',
};

// The lines are those of the field that the head makes of learned paths.
const LEARNED: Partial<TrainDefaults> = { ...NORMALISED, direction: 'both' };

/** Where a head wants other defaults than `cnn1d`. */
const ofHead: Readonly<Record<string, Partial<TrainDefaults> | undefined>> = {
  // Attention does not learn in the large steps of convolutions; these are the paper's.
  transformer: { optimizer: 'adamW', learningRate: 1e-3 },
  field: NORMALISED,
  'learned-field': LEARNED,
  [AUTO_HEAD]: LEARNED,
};

/** The defaults for a kind of data, a transform and a head, each where it is not left out. */
export function trainDefaults(
  kind: 'mnist' | 'folder',
  { transform, head }: { transform?: FeatureRecipe['transform']; head?: string },
): TrainDefaults & { readonly transform: FeatureRecipe['transform'] } {
  const ofData = kind === 'mnist' ? mnistDefaults : folderDefaults;
  const taken = transform ?? (head === undefined ? undefined : TRANSFORM_OF[head]) ?? 'signature';
  const defaults = { ...ofData, ...ofTransform[taken] };
  const name = head ?? defaults.head;
  const headDefaults = ofHead[name];
  // What the images bear is decided by what they show, not by the head.
  const augment = kind === 'mnist' ? ofData.augment : (headDefaults?.augment ?? ofData.augment);
  return { ...defaults, ...headDefaults, head: name, augment, transform: taken };
}

/** More threads than this wait for each other more than they help with batches of this size. */
const MOST_THREADS = 8;

export function defaultThreads(): number {
  return Math.min(availableParallelism(), MOST_THREADS);
}
