import type { Features } from '@sig/kernels';
import type { Layer, Shape } from '../layers/layer.js';

/**
 * Input columns (the last axis) become (x - mean) · scale before the first layer; of rows of pixels
 * there may be one for each channel.
 */
export interface Standardisation {
  readonly mean: Float32Array;
  readonly scale: Float32Array;
}

/** A layer's parameter under the name that is unique in its network. */
export interface NetworkParameter {
  /** `<place of the layer>.<kind>.<parameter>`, for example `0.conv1d.kernel`. */
  readonly name: string;
  readonly shape: Shape;
}

/** Layers with their weights, as plain data. */
export interface Network {
  readonly layers: readonly Layer[];
  readonly inputShape: Shape;
  /** The shape that each layer puts out; the last one is [classes]. */
  readonly shapes: readonly Shape[];
  readonly parameters: readonly NetworkParameter[];
  /** One array a parameter; `fit` changes them in place. */
  readonly weights: Readonly<Record<string, Float32Array>>;
  /** Set by `fit`, or from a file. */
  standardisation?: Standardisation;
  /** Where samples are uint8: what makes features of them. */
  readonly features?: Features;
}
