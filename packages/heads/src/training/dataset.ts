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
}
