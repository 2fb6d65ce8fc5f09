/** An affine map of feature rows: y = x · weight + bias, as a `dense` layer holds it. */
export interface Projection {
  /** [inputs, outputs] */
  readonly weight: Float32Array;
  /** [outputs] */
  readonly bias: Float32Array;
}
