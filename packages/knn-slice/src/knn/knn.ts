/** How neighbours vote: one vote each, or 1 / distance each. */
export type Vote = 'majority' | 'distance';

/** A k-NN classifier as plain data: a labelled reference set and the rule. */
export interface Knn {
  /** [count, width] */
  readonly references: Float32Array;
  /** [count], from 0 to classes - 1. */
  readonly labels: Int32Array;
  readonly count: number;
  /** Features of one sample. */
  readonly width: number;
  readonly classes: number;
  readonly k: number;
  readonly vote: Vote;
}

/** The k nearest references of each query, the nearest first; of equally near ones the first. */
export interface Neighbours {
  readonly count: number;
  readonly k: number;
  /** [count, k], places in the reference set. */
  readonly indices: Int32Array;
  /** [count, k], Euclidean. */
  readonly distances: Float64Array;
}
