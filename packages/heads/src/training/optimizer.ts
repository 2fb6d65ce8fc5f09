export interface Optimizer {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
  /** The longest that a step's gradient may be; Infinity for any length. */
  readonly clipNorm: number;
  /** Of the moving average of the weights; 0 for none. */
  readonly averageDecay: number;
}
