import {
  batchNorm,
  conv2d,
  dense,
  globalAvgPool2d,
  type Layer,
  maxPool2d,
  relu,
  reshape,
  residual,
  type Shape,
} from '@sig/heads';

export interface ResNetHeadOptions {
  /** Channels of each stage, which has one residual block ([16, 32, 64]). */
  readonly widths?: readonly number[];
  /** Channels of the image, which is given as rows [height, width · channels] (3). */
  readonly channels?: number;
}

/**
 * A small residual network on pixels, as a baseline (He et al. 2016, "Deep residual learning for image
 * recognition", section 3.3): a 3×3 convolution of stride 2 and a pool, then stages of one residual block
 * of two 3×3 convolutions, each stage but the first behind a 3×3 convolution of stride 2, the mean over
 * the image, dense classes. A batch normalisation follows each convolution; none has a bias.
 *
 * @example
 * countCost(resNetHead([64, 192], 10), [64, 192]).params; // 117258
 */
export function resNetHead(
  [height, values]: Shape,
  classes: number,
  { widths = [16, 32, 64], channels = 3 }: ResNetHeadOptions = {},
): Layer[] {
  const convolve = (filters: number, stride = 1): Layer[] => [
    conv2d(filters, { stride, padding: 1, bias: false }),
    batchNorm(),
  ];
  const stages = widths.map((width, stage): Layer[] => [
    ...(stage > 0 ? [...convolve(width, 2), relu()] : []),
    residual([...convolve(width), relu(), ...convolve(width)]),
    relu(),
  ]);
  return [
    reshape([height, values / channels, channels]),
    ...convolve(widths[0], 2),
    relu(),
    maxPool2d(2),
    ...stages.flat(),
    globalAvgPool2d(),
    dense(classes),
  ];
}
