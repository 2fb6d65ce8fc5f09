import type { Threshold } from '../policy/threshold.js';

/** Thresholds, and what they come to on the images that they were looked for on. */
export interface FrontPoint {
  /** Of each stage but the last. */
  readonly thresholds: readonly Threshold[];
  readonly accuracy: number;
  /** Of an image, on average, in the measure that was asked for. */
  readonly cost: number;
}
