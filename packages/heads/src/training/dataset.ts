/** Labelled samples that are read one at a time. */
export interface Dataset {
  readonly count: number;
  readonly classes: readonly string[];
  /** The class of each sample, as an index into `classes`. */
  readonly labels: ArrayLike<number>;
  /**
   * [count, classes], what a network is to say of each sample: a row of shares that sum to one, such as
   * the probabilities of a larger network (distillation, Hinton, Vinyals and Dean 2015). Left out, all of
   * a sample's share is its label's. Accuracy, class weights and validation go by the labels all the same.
   */
  readonly targets?: ArrayLike<number>;
  /**
   * Writes a sample into `target`: the bytes of the network's features, or, in a network without
   * features, its input as floats. `random` (uniform in [0, 1)) is given in training only: with it
   * the sample may be augmented. With several threads `target` lies in shared memory.
   */
  read(index: number, target: Uint8Array | Float32Array, random?: () => number): void;
}
