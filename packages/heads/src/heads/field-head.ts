import { batchNorm } from '../layers/batch-norm.js';
import { checkOneOf } from '../layers/check-options.js';
import { conv2d } from '../layers/conv2d.js';
import { dense } from '../layers/dense.js';
import { depthwiseConv2d } from '../layers/depthwise-conv2d.js';
import { dropout as dropoutLayer } from '../layers/dropout.js';
import { globalAvgPool2d } from '../layers/global-avg-pool2d.js';
import { inferShapes } from '../layers/infer-shapes.js';
import type { Layer, Shape } from '../layers/layer.js';
import { relu } from '../layers/relu.js';
import { reshape } from '../layers/reshape.js';
import { sequencePool } from '../layers/sequence-pool.js';

export interface FieldHeadOptions {
  /** Channels of the first convolution and of each block ([64, 64, 96, 128, 128]). */
  widths?: readonly number[];
  /** Of each block (1, 2, 1, 2 and so on: every second halves the field). */
  strides?: readonly number[];
  /**
   * What becomes of the places: their mean ('mean', the default), or a mean whose weights are learned
   * ('attention'), which hears better what is only somewhere in the image, such as a crack.
   */
  pool?: 'mean' | 'attention';
  /** Rate before the output layer (0). */
  dropout?: number;
}

/** Widths of a head of at most 20,000 parameters on 30 channels and ten classes. */
export const SMALL_FIELD_WIDTHS: readonly number[] = [48, 48, 72, 96];

/**
 * A separable network on a local signature field [down, across, channels]: a batch normalisation that
 * gives every channel the scale it is best heard at, a 1×1 convolution, blocks of a 3×3 depthwise and
 * a 1×1 convolution, the mean over the field or the weighted mean of `sequencePool`, dense classes. A
 * batch normalisation and a ReLU follow each convolution; none has a bias.
 *
 * @throws RangeError when the shape is no field, or an option is out of range.
 *
 * @example
 * countCost(fieldHead([15, 15, 30], 10), [15, 15, 30]).params; // 47014
 */
export function fieldHead(shape: Shape, classes: number, options: FieldHeadOptions = {}): Layer[] {
  const { widths = [64, 64, 96, 128, 128], pool = 'mean', dropout = 0 } = options;
  checkOneOf('fieldHead', 'pool', pool, ['mean', 'attention']);
  const [first, ...blocks] = widths;
  if (first === undefined) throw new RangeError('fieldHead: widths must not be empty');
  const { strides = blocks.map((_, index) => 1 + (index % 2)) } = options;
  if (strides.length !== blocks.length) {
    throw new RangeError(
      `fieldHead: strides must be one for each width but the first, ${blocks.length}, got ${strides.length}`,
    );
  }
  if (shape.length !== 3) {
    throw new RangeError(`fieldHead takes a field [down, across, channels], got [${shape}]`);
  }
  const activated = (layer: Layer): Layer[] => [layer, batchNorm(), relu()];
  const body: Layer[] = [
    batchNorm(),
    ...activated(conv2d(first, { size: 1, bias: false })),
    ...blocks.flatMap((width, index) => [
      ...activated(depthwiseConv2d({ stride: strides[index], padding: 1 })),
      ...activated(conv2d(width, { size: 1, bias: false })),
    ]),
  ];
  const pooled = pool === 'mean' ? [globalAvgPool2d()] : weighed(inferShapes(body, shape));
  return [...body, ...pooled, dropoutLayer(dropout), dense(classes)];
}

/** The places of the last feature map in one line, and their weighted mean. */
function weighed(shapes: readonly Shape[]): Layer[] {
  const [down, across, channels] = shapes[shapes.length - 1];
  return [reshape([down * across, channels]), sequencePool({ start: 'mean' })];
}
