import type { OnnxGraph } from '../onnx/graph.js';
import { checkInteger } from './check-integer.js';
import { createNetworkBuilder } from './network-builder.js';

export interface MobileNetOptions {
  /** Pixels along a side of the image (224). */
  readonly size?: number;
  /** 1000, as on ImageNet. */
  readonly classes?: number;
  /** Of the weights (0). */
  readonly seed?: number;
}

/** Channels and stride of each depthwise-separable block: table 1 of the paper. */
const BLOCKS = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  ...Array.from({ length: 5 }, () => [512, 1] as const),
  [1024, 2],
  [1024, 1],
] as const;

/**
 * MobileNet (Howard et al. 2017, "MobileNets: Efficient convolutional neural networks for mobile vision
 * applications", table 1) with random weights, to count and to measure beside: from images
 * [1, 3, size, size] to probabilities.
 *
 * @throws RangeError when an option is out of range.
 *
 * @example
 * countGraphCost(mobileNet()).params; // 4231976
 */
export function mobileNet(options: MobileNetOptions = {}): OnnxGraph {
  const { size = 224, classes = 1000, seed = 0 } = options;
  checkInteger('mobileNet: size', size, 1, 1024);
  checkInteger('mobileNet: classes', classes, 1, 100_000);
  const network = createNetworkBuilder(`mobilenet-${size}`, size, seed);
  const stem = network.convolve(network.image, { filters: 32, size: 3, stride: 2 });
  let value = network.relu6(stem);
  for (const [filters, stride] of BLOCKS) {
    const depthwise = { filters: value.shape[1], size: 3, stride, depthwise: true };
    value = network.relu6(network.convolve(value, depthwise));
    value = network.relu6(network.convolve(value, { filters }));
  }
  return network.classify(value, classes);
}
