import type { OnnxGraph } from '../onnx/graph.js';
import { checkInteger } from './check-integer.js';
import { createNetworkBuilder } from './network-builder.js';

export interface VggOptions {
  /** Pixels along a side of the image (224). */
  readonly size?: number;
  /** A dense layer for so many classes on the means of the last channels; 0 (the default) for none. */
  readonly classes?: number;
  /** Of the weights (0). */
  readonly seed?: number;
}

/** Filters of the 3×3 convolutions between two pools: column D of table 1 of the paper. */
const BLOCKS = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
];

/**
 * The 13 convolutions of VGG16 (Simonyan and Zisserman 2015, "Very deep convolutional networks for
 * large-scale image recognition", table 1) with random weights, to count and to measure beside: from
 * images [1, 3, size, size] to the means of 512 channels, or to probabilities. The three dense layers
 * of the paper, nine tenths of its parameters, are left out, as transfer learning does.
 *
 * @throws RangeError when an option is out of range.
 *
 * @example
 * countGraphCost(vgg16()).params; // 14714688
 */
export function vgg16(options: VggOptions = {}): OnnxGraph {
  const { size = 224, classes = 0, seed = 0 } = options;
  checkInteger('vgg16: size', size, 32, 1024);
  checkInteger('vgg16: classes', classes, 0, 100_000);
  const network = createNetworkBuilder(`vgg16-${size}`, size, seed);
  let value = network.image;
  for (const block of BLOCKS) {
    for (const filters of block) {
      const plain = { filters, size: 3, bias: true, normalised: false };
      value = network.relu(network.convolve(value, plain));
    }
    value = network.maxPool(value, 2);
  }
  return network.classify(value, classes);
}
