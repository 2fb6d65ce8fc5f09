import type { OnnxGraph, OnnxValue } from '../onnx/graph.js';
import { checkInteger } from './check-integer.js';
import { createNetworkBuilder } from './network-builder.js';

export interface ResNetOptions {
  /** Pixels along a side of the image (224). */
  readonly size?: number;
  /** 1000, as on ImageNet. */
  readonly classes?: number;
  /** Of the weights (0). */
  readonly seed?: number;
}

/** Blocks of the four stages: table 1 of the paper. */
const BLOCKS = { 18: [2, 2, 2, 2], 34: [3, 4, 6, 3], 50: [3, 4, 6, 3] } as const;

/**
 * ResNet (He et al. 2016, "Deep residual learning for image recognition", table 1) with random
 * weights, to measure time beside: from images [1, 3, size, size] to probabilities. Where a block of
 * ResNet-50 halves the image, its 3×3 convolution does so, as in all implementations of today.
 *
 * @throws RangeError when the depth is not 18, 34 or 50 or an option is out of range.
 *
 * @example
 * encodeOnnx(resNet(18));
 */
export function resNet(depth: 18 | 34 | 50, options: ResNetOptions = {}): OnnxGraph {
  const { size = 224, classes = 1000, seed = 0 } = options;
  if (!Object.hasOwn(BLOCKS, depth)) {
    throw new RangeError(`resNet: depth must be 18, 34 or 50, got ${depth}`);
  }
  checkInteger('resNet: size', size, 1, 1024);
  checkInteger('resNet: classes', classes, 1, 100_000);
  const network = createNetworkBuilder(`resnet-${depth}`, size, seed);

  const basic = (input: OnnxValue, filters: number, stride: number): OnnxValue => {
    const first = network.relu(network.convolve(input, { filters, size: 3, stride }));
    return network.convolve(first, { filters, size: 3 });
  };
  const bottleneck = (input: OnnxValue, filters: number, stride: number): OnnxValue => {
    const narrow = network.relu(network.convolve(input, { filters }));
    const inner = network.relu(network.convolve(narrow, { filters, size: 3, stride }));
    return network.convolve(inner, { filters: 4 * filters });
  };
  const block = depth === 50 ? bottleneck : basic;

  let value = network.relu(network.convolve(network.image, { filters: 64, size: 7, stride: 2 }));
  value = network.maxPool(value);
  BLOCKS[depth].forEach((count, stage) => {
    for (let repetition = 0; repetition < count; repetition++) {
      const stride = stage > 0 && repetition === 0 ? 2 : 1;
      const changed = block(value, 64 * 2 ** stage, stride);
      const filters = changed.shape[1];
      const same = stride === 1 && value.shape[1] === filters;
      const kept = same ? value : network.convolve(value, { filters, stride });
      value = network.relu(network.add(changed, kept));
    }
  });
  return network.classify(value, classes);
}
