/** What a layer of one's own is planned with. */
export interface OwnLayerParts {
  /** As the file has them: anything. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputShape: readonly number[];
  /**
   * A weight of the layer: so many finite numbers, those in int8 times the scale of their column.
   *
   * @throws RangeError where the file has no such weight.
   */
  weight(name: string, size: number, columns: number): Float32Array;
}

/** A planned layer: the shape of its output, and what makes it. */
export interface PlannedLayer {
  readonly outputShape: readonly number[];
  /** Reads one input from a place of the memory, in reals, and writes its output to another. */
  run(memory: Float32Array, from: number, to: number): void;
}

/** A layer of a kind that the runtime has not, in plain code; throws for options that make no sense. */
export type OwnLayer = (parts: OwnLayerParts) => PlannedLayer;

/** Layers of one's own, by their kind. */
export type OwnLayers = Readonly<Record<string, OwnLayer>>;
