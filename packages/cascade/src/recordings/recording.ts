import type { StageCost } from '../cost/stage-cost.js';

/** What a stage said about images whose classes are known: all that thresholds are chosen from. */
export interface Recording {
  /** Of the stage. */
  readonly name: string;
  /** [count, classes], each row summing to 1. */
  readonly probabilities: Float32Array | Float64Array;
  /** The class of each image. */
  readonly labels: Int32Array;
  /** Names of the classes, in the order of the probabilities. */
  readonly classes: readonly string[];
  readonly cost: StageCost;
  /** Pixels along a side of the images that the stage takes. */
  readonly resolution?: number;
}
