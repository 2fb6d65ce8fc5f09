/** What `@sig/edge/runtime` plans a layer of one's own with. */
export interface RuntimeLayerParts {
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputShape: readonly number[];
  /** A weight of the layer: so many finite numbers in so many columns. */
  weight(name: string, size: number, columns: number): Float32Array;
}

/** A layer for `@sig/edge/runtime`. */
export type RuntimeLayer = (parts: RuntimeLayerParts) => {
  readonly outputShape: readonly number[];
  /** Reads one input from a place of the memory and writes its output to another. */
  run(memory: Float32Array, from: number, to: number): void;
};
