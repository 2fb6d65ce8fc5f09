import {
  areaFieldMacs,
  fieldChannels,
  fieldExtent,
  fieldModule,
  type RealFieldWindows,
  realField,
  realFieldBackward,
  realFieldScratch,
} from '@sig/kernels/field';
import { checkCount, checkImage, checkOneOf } from './check-options.js';
import type { Layer, LayerCall, Shape } from './layer.js';

export interface SignatureFieldOptions {
  /** Pixels along a side of a window, 2 to 256 (8). */
  window?: number;
  /** Pixels from a window to the next (4). */
  stride?: number;
  /** Which lines of a window are paths (both, the rows first). */
  direction?: 'rows' | 'columns' | 'both';
  /** Mean and deviation of each channel, after the signatures (true). */
  moments?: boolean;
}

const LARGEST_WINDOW = 256;

/**
 * The local signature field of depth 2 of a feature map, from [height, width, channels] to [windows
 * down, windows across, features]. For every window: the mean over its rows of the signatures of the
 * rows' segments, the same over its columns, then mean and deviation of each channel. Behind a
 * convolution that is trained through it the paths themselves are learned. A deviation is
 * √(variance + 1e-5).
 *
 * Source: expected signatures (Chevyrev & Lyons 2016) of the segments in each window.
 *
 * @throws RangeError when an option is out of range, or no window fits the feature map.
 *
 * @example
 * signatureField({ window: 8, stride: 4 }).outputShape([64, 64, 6]); // [15, 15, 96]
 */
export function signatureField(options: SignatureFieldOptions = {}): Layer {
  const { window = 8, stride = 4, direction = 'both', moments = true } = options;
  checkCount('signatureField', 'stride', stride);
  checkOneOf('signatureField', 'direction', direction, ['rows', 'columns', 'both']);
  if (!Number.isInteger(window) || window < 2 || window > LARGEST_WINDOW) {
    throw new RangeError(
      `signatureField: window must be an integer from 2 to ${LARGEST_WINDOW}, got ${window}`,
    );
  }
  const over = ([height, width, channels]: Shape): RealFieldWindows => {
    return { height, width, channels, window, stride, direction, moments };
  };
  const callOf = ({ inputShape, count, input, output, scratch }: LayerCall) => {
    return { ...over(inputShape), samples: count, input, output, scratch };
  };
  return {
    kind: 'signatureField',
    options: { window, stride, direction, moments },
    modules: [fieldModule],
    outputShape(shape) {
      checkImage('signatureField', shape);
      if (Math.min(shape[0], shape[1]) < window) {
        throw new RangeError(
          `signatureField of window ${window} needs at least ${window} × ${window} pixels, got [${shape}]`,
        );
      }
      const windows = over(shape);
      return [
        fieldExtent(shape[0], windows),
        fieldExtent(shape[1], windows),
        fieldChannels({ ...windows, depth: 2 }),
      ];
    },
    parameters: () => [],
    macs: (shape) => areaFieldMacs(over(shape)),
    scratch: (shape) => realFieldScratch(over(shape)),
    forward(program, call) {
      program.push(realField(callOf(call)));
    },
    backward(program, call) {
      const { outputGradient, inputGradient } = call;
      if (inputGradient === 0) return;
      program.push(realFieldBackward({ ...callOf(call), outputGradient, inputGradient }));
    },
  };
}
