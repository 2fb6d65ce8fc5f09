/** Labelled samples that are read one at a time. */
export interface Dataset {
  readonly count: number;
  readonly classes: readonly string[];
  /** The class of each sample, as an index into `classes`. */
  readonly labels: ArrayLike<number>;
  /**
   * Writes a sample into `target`: the bytes of the network's features, or, in a network without
   * features, its input as floats. `random` (uniform in [0, 1)) is given in training only: with it
   * the sample may be augmented. With several threads `target` lies in shared memory.
   */
  read(index: number, target: Uint8Array | Float32Array, random?: () => number): void;
  /**
   * Writes what a network is to say of a sample into `target` [classes]: shares that sum to one, such as
   * `distilledTargets` makes them of a larger network's answers. Left out, all of it is the label's.
   * Accuracy, class weights and validation go by the labels all the same.
   */
  readTarget?(index: number, target: Float32Array | Float64Array): void;
}
