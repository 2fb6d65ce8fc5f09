import { conv2d, createNetwork, flatten, maxPool2d, type Network, reshape } from '@sig/heads';
import type { Features } from '@sig/kernels';

export interface FeatureNetOptions {
  /** [height, width, channels] of an image ([28, 28, 1]). */
  inputShape?: readonly [number, number, number];
  /** Filters of each 3×3 convolution ([32, 64]); a 2×2 maximum follows each. */
  filters?: readonly number[];
  /** Of the random weights (0). */
  seed?: number;
  /**
   * What makes its input of bytes: the pixels of rows, [height, width · channels], as `createFeatures` of
   * `@sig/image-paths` gives them for the transform `pixels`. The first layer then gives them the input's shape.
   */
  features?: Features;
  /** Weights by name, in place of random ones. */
  weights?: Readonly<Record<string, ArrayLike<number>>>;
}

/**
 * The convolutions that are left of a network when a k-NN takes the place of its dense layers (Radu 2019,
 * "Hybrid Deep Learning Topology for Image Classification"): 3×3 filters with ReLU and 2×2 maxima, then
 * all activations in a row. For 28×28 grey pixels 18,816 parameters and 1,600 features.
 *
 * @throws RangeError when there are no filters or the image is too small for them.
 *
 * @example
 * createFeatureNet().shapes.at(-1); // [1600]
 */
export function createFeatureNet(options: FeatureNetOptions = {}): Network {
  const { inputShape = [28, 28, 1], filters = [32, 64], features, seed, weights } = options;
  if (filters.length === 0) throw new RangeError('filters must name at least one layer, got none');
  const blocks = filters.flatMap((count) => [conv2d(count, { activation: 'relu' }), maxPool2d(2)]);
  const layers = [...blocks, flatten()];
  if (features === undefined) return createNetwork({ layers, inputShape, seed, weights });
  return createNetwork({ layers: [reshape(inputShape), ...layers], features, seed, weights });
}
