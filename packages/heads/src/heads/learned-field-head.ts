import { batchNorm } from '../layers/batch-norm.js';
import { checkCount } from '../layers/check-options.js';
import { conv2d } from '../layers/conv2d.js';
import type { Layer, Shape } from '../layers/layer.js';
import { reshape } from '../layers/reshape.js';
import { type SignatureFieldOptions, signatureField } from '../layers/signature-field.js';
import { tanh } from '../layers/tanh.js';
import { type FieldHeadOptions, fieldHead } from './field-head.js';

export interface LearnedFieldHeadOptions extends FieldHeadOptions, SignatureFieldOptions {
  /** Channels of an image that is given as rows [height, width · channels] (3). */
  channels?: number;
  /** Channels of the path that is learned (6). */
  paths?: number;
  /** Pixels from a window of the convolution to the next (1); 2 makes a quarter of the paths' pixels. */
  frontStride?: number;
  /** A batch normalisation before tanh, in place of the convolution's bias (false). */
  normalise?: boolean;
}

/**
 * A local signature field whose paths are learned: a 3×3 convolution of the pixels and tanh give the
 * channels of the paths, and `fieldHead` classifies their field. It takes images [height, width,
 * channels], or their rows [height, width · channels] as the feature recipe of bare pixels gives them.
 *
 * @throws RangeError when the shape is neither, or an option is out of range.
 *
 * @example
 * learnedFieldHead([64, 64, 3], 10, { widths: [56, 64, 96, 128, 128] });
 */
export function learnedFieldHead(
  shape: Shape,
  classes: number,
  options: LearnedFieldHeadOptions = {},
): Layer[] {
  const { channels = 3, paths = 6, frontStride = 1, normalise = false, ...others } = options;
  const { window = 8, stride = 4, direction, moments, ...head } = others;
  checkCount('learnedFieldHead', 'channels', channels);
  checkCount('learnedFieldHead', 'paths', paths);
  const rows = shape.length === 2 && shape[1] % channels === 0;
  if (shape.length !== 3 && !rows) {
    throw new RangeError(
      `learnedFieldHead takes pixels [height, width, ${channels}] or [height, width · ${channels}], got [${shape}]`,
    );
  }
  const image = rows ? [shape[0], shape[1] / channels, channels] : shape;
  const front = conv2d(paths, { stride: frontStride, padding: 1, bias: !normalise });
  const field = signatureField({ window, stride, direction, moments });
  return [
    ...(rows ? [reshape(image)] : []),
    front,
    ...(normalise ? [batchNorm()] : []),
    tanh(),
    field,
    ...fieldHead(field.outputShape(front.outputShape(image)), classes, head),
  ];
}
