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
  /**
   * `torchvision` (the default): convolutions without biases, and where a bottleneck halves the image its
   * 3×3 convolution does so. `keras`: as the authors published it, with biases, halved by the first
   * convolution.
   */
  readonly variant?: 'torchvision' | 'keras';
}

/** Blocks of the four stages: table 1 of the paper. */
const BLOCKS = {
  18: [2, 2, 2, 2],
  34: [3, 4, 6, 3],
  50: [3, 4, 6, 3],
  101: [3, 4, 23, 3],
  152: [3, 8, 36, 3],
} as const;

/**
 * ResNet (He et al. 2016, "Deep residual learning for image recognition", table 1) with random
 * weights, to count and to measure beside: from images [1, 3, size, size] to probabilities.
 *
 * @throws RangeError when the depth is not 18, 34, 50, 101 or 152 or an option is out of range.
 *
 * @example
 * encodeOnnx(resNet(18));
 */
export function resNet(depth: keyof typeof BLOCKS, options: ResNetOptions = {}): OnnxGraph {
  const { size = 224, classes = 1000, seed = 0, variant = 'torchvision' } = options;
  if (!Object.hasOwn(BLOCKS, depth)) {
    throw new RangeError(`resNet: depth must be 18, 34, 50, 101 or 152, got ${depth}`);
  }
  checkInteger('resNet: size', size, 1, 1024);
  checkInteger('resNet: classes', classes, 1, 100_000);
  const network = createNetworkBuilder(`resnet-${depth}`, size, seed);
  const bias = variant === 'keras';

  const basic = (input: OnnxValue, filters: number, stride: number): OnnxValue => {
    const first = network.relu(network.convolve(input, { filters, size: 3, stride, bias }));
    return network.convolve(first, { filters, size: 3, bias });
  };
  const bottleneck = (input: OnnxValue, filters: number, stride: number): OnnxValue => {
    const [early, late] = variant === 'keras' ? [stride, 1] : [1, stride];
    const narrow = network.relu(network.convolve(input, { filters, stride: early, bias }));
    const wide = { filters, size: 3, stride: late, bias };
    const inner = network.relu(network.convolve(narrow, wide));
    return network.convolve(inner, { filters: 4 * filters, bias });
  };
  const block = depth >= 50 ? bottleneck : basic;

  const stem = { filters: 64, size: 7, stride: 2, bias };
  let value = network.maxPool(network.relu(network.convolve(network.image, stem)));
  BLOCKS[depth].forEach((count, stage) => {
    for (let repetition = 0; repetition < count; repetition++) {
      const stride = stage > 0 && repetition === 0 ? 2 : 1;
      const changed = block(value, 64 * 2 ** stage, stride);
      const filters = changed.shape[1];
      const same = stride === 1 && value.shape[1] === filters;
      const kept = same ? value : network.convolve(value, { filters, stride, bias });
      value = network.relu(network.add(changed, kept));
    }
  });
  return network.classify(value, classes);
}
