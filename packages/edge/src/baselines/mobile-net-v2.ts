import type { OnnxGraph, OnnxValue } from '../onnx/graph.js';
import { checkInteger } from './check-integer.js';
import { createNetworkBuilder } from './network-builder.js';

export interface MobileNetV2Options {
  /** Factor of all widths (1); published are 0.35, 0.5, 0.75, 1, 1.3 and 1.4. */
  readonly alpha?: number;
  /** Pixels along a side of the image (224). */
  readonly size?: number;
  /** 1000, as on ImageNet. */
  readonly classes?: number;
  /** Of the weights (0). */
  readonly seed?: number;
}

/** Expansion t, channels c, repetitions n and first stride s of each stage: table 2 of the paper. */
const STAGES = [
  { t: 1, c: 16, n: 1, s: 1 },
  { t: 6, c: 24, n: 2, s: 2 },
  { t: 6, c: 32, n: 3, s: 2 },
  { t: 6, c: 64, n: 4, s: 2 },
  { t: 6, c: 96, n: 3, s: 1 },
  { t: 6, c: 160, n: 3, s: 2 },
  { t: 6, c: 320, n: 1, s: 1 },
];

/**
 * MobileNetV2 (Sandler et al. 2018, "MobileNetV2: Inverted residuals and linear bottlenecks", table
 * 2) with random weights, to measure time beside: from images [1, 3, size, size] to probabilities.
 *
 * @throws RangeError when an option is out of range.
 *
 * @example
 * encodeOnnx(mobileNetV2({ alpha: 0.35, size: 96 }));
 */
export function mobileNetV2(options: MobileNetV2Options = {}): OnnxGraph {
  const { alpha = 1, size = 224, classes = 1000, seed = 0 } = options;
  if (!(alpha > 0 && alpha <= 4)) {
    throw new RangeError(`mobileNetV2: alpha must be above 0 and at most 4, got ${alpha}`);
  }
  checkInteger('mobileNetV2: size', size, 1, 1024);
  checkInteger('mobileNetV2: classes', classes, 1, 100_000);
  const network = createNetworkBuilder(`mobilenet-v2-${alpha}-${size}`, size, seed);

  const bottleneck = (input: OnnxValue, t: number, filters: number, stride: number): OnnxValue => {
    const channels = input.shape[1];
    const wide = t * channels;
    let value = input;
    if (t > 1) value = network.relu6(network.convolve(value, { filters: wide }));
    value = network.convolve(value, { filters: wide, size: 3, stride, depthwise: true });
    value = network.convolve(network.relu6(value), { filters });
    return stride === 1 && channels === filters ? network.add(input, value) : value;
  };

  const stem = network.convolve(network.image, { filters: width(32, alpha), size: 3, stride: 2 });
  let value = network.relu6(stem);
  for (const { t, c, n, s } of STAGES) {
    for (let repetition = 0; repetition < n; repetition++) {
      value = bottleneck(value, t, width(c, alpha), repetition === 0 ? s : 1);
    }
  }
  // The last convolution gets wider, but not narrower (section 4 of the paper).
  const last = network.convolve(value, { filters: width(1280, Math.max(1, alpha)) });
  return network.classify(network.relu6(last), classes);
}

/** A multiple of 8 near channels · alpha and not below nine tenths of it. */
function width(channels: number, alpha: number): number {
  const wanted = channels * alpha;
  const rounded = Math.max(8, Math.floor((wanted + 4) / 8) * 8);
  return rounded < 0.9 * wanted ? rounded + 8 : rounded;
}
