/** What a model costs, counted and never typed in. */
export interface ModelCost {
  /** Of a graph with running statistics, as Keras counts. */
  readonly params: number;
  /** Without running statistics. */
  readonly trained: number;
  readonly headMacs: number;
  readonly featureMacs: number;
  /** Of the file in float32, and in int8; left out where a model file cannot say what the features are. */
  readonly bytes?: number;
  readonly int8Bytes?: number;
}
