import { batchNorm } from '../layers/batch-norm.js';
import { checkCount } from '../layers/check-options.js';
import { conv2d } from '../layers/conv2d.js';
import { dense } from '../layers/dense.js';
import { depthwiseConv2d } from '../layers/depthwise-conv2d.js';
import { dropout as dropoutLayer } from '../layers/dropout.js';
import { globalAvgPool2d } from '../layers/global-avg-pool2d.js';
import type { Layer, Shape } from '../layers/layer.js';
import { relu } from '../layers/relu.js';
import { reshape } from '../layers/reshape.js';

export interface SeparableHeadOptions {
  /** Channels of the stem and of each block ([16, 32, 64, 64, 128, 128]). */
  widths?: readonly number[];
  /** Pixels from a window of the stem to the next (2). */
  stemStride?: number;
  /** Of each block (1, 2, 1, 2 and so on: every second halves the image). */
  strides?: readonly number[];
  /** Channels of an image that is given as rows [height, width · channels] (3). */
  channels?: number;
  /** Rate before the output layer (0). */
  dropout?: number;
}

/**
 * A depthwise-separable network on pixels (Howard et al. 2017, "MobileNets", section 3.1), as a
 * baseline: a 3×3 convolution, of stride 2 where nothing else is said, blocks of a 3×3 depthwise and a
 * 1×1 convolution of which every second has stride 2 then, the mean over the image, dense classes. A batch normalisation and a ReLU
 * follow each convolution; none has a bias. It takes images [height, width, channels], or their rows
 * [height, width · channels] as the feature recipe of bare pixels gives them.
 *
 * @throws RangeError when the shape is neither, or an option is out of range.
 *
 * @example
 * countCost(separableHead([64, 64, 3], 10), [64, 64, 3]).params; // 37162
 */
export function separableHead(
  shape: Shape,
  classes: number,
  options: SeparableHeadOptions = {},
): Layer[] {
  const { widths = [16, 32, 64, 64, 128, 128], channels = 3, dropout = 0 } = options;
  const [stem, ...blocks] = widths;
  if (stem === undefined) throw new RangeError('separableHead: widths must not be empty');
  const { stemStride = 2, strides = blocks.map((_, index) => 1 + (index % 2)) } = options;
  if (strides.length !== blocks.length) {
    throw new RangeError(
      `separableHead: strides must be one for each width but the first, ${blocks.length}, got ${strides.length}`,
    );
  }
  checkCount('separableHead', 'channels', channels);
  const rows = shape.length === 2 && shape[1] % channels === 0;
  if (shape.length !== 3 && !rows) {
    throw new RangeError(
      `separableHead takes pixels [height, width, ${channels}] or [height, width · ${channels}], got [${shape}]`,
    );
  }
  const activated = (layer: Layer): Layer[] => [layer, batchNorm(), relu()];
  return [
    ...(rows ? [reshape([shape[0], shape[1] / channels, channels])] : []),
    ...activated(conv2d(stem, { stride: stemStride, padding: 1, bias: false })),
    ...blocks.flatMap((width, index) => [
      ...activated(depthwiseConv2d({ stride: strides[index], padding: 1 })),
      ...activated(conv2d(width, { size: 1, bias: false })),
    ]),
    globalAvgPool2d(),
    dropoutLayer(dropout),
    dense(classes),
  ];
}
