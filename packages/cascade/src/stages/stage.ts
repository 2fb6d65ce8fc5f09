import type { FittedSize, ImageSet } from '@sig/image-paths';
import type { StageCost } from '../cost/stage-cost.js';

/** One model of a cascade: what it takes, what it says and what that costs. */
export interface Stage {
  readonly name: string;
  /** Names of the classes, in the order of the probabilities; the same for all stages. */
  readonly classes: readonly string[];
  /** The size of the images that it takes. */
  readonly resolution: FittedSize;
  /** Of an image, its features included. */
  readonly cost: StageCost;
  /** Probabilities [count, classes] of images at its resolution. */
  predict(images: ImageSet): Promise<ArrayLike<number>>;
  /** Where it looks at features that other stages may look at as well. */
  readonly features?: StageFeatures;
}

/** Features that are computed once for all stages of one key. */
export interface StageFeatures {
  /** Stages of the same key make the same features of the same images. */
  readonly key: string;
  /** Numbers an image. */
  readonly size: number;
  /** Multiply-adds that they take of an image, part of the stage's cost. */
  readonly macs: number;
  /** [count, size] of images at the stage's resolution. */
  compute(images: ImageSet): Promise<Float32Array>;
  /** Probabilities [count, classes] of features [count, size]. */
  predict(features: Float32Array): Promise<ArrayLike<number>>;
}
