import type { Projection } from '../projection/projection.js';

/** A small set of references that stands for many samples, as plain data. */
export interface Prototypes {
  /** What makes rows that are compared with the references of features; none compares features. */
  readonly projection?: Projection;
  /** [count, width] */
  readonly references: Float32Array;
  readonly count: number;
  readonly width: number;
  /** [count], the class of each; of learned ones that with the highest score. */
  readonly labels: Int32Array;
  readonly classes: number;
  /**
   * [count, classes], where prototypes speak for several classes: the logits of a sample are their
   * scores' mean, weighted by exp(-gamma · d²).
   */
  readonly scores?: Float32Array;
  readonly gamma?: number;
}
