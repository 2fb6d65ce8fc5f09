import type { KernelCall } from '../kernel-module.js';
import type { RealFieldWindows } from './real-field-windows.js';

export interface RealFieldOptions extends RealFieldWindows {
  /** [samples, height, width, channels] */
  input: number;
  samples: number;
  /** `realFieldScratch` reals, of any content. */
  scratch: number;
  /** [samples, windows down, windows across, `fieldChannels` at depth 2] */
  output: number;
}

/**
 * The local signature field of depth 2 of samples of reals: what `fieldBytes` tells of the pixels of
 * an image, of the channels of a feature map. A deviation is √(variance + 1e-5), so that it has a
 * gradient where a window is of one value only.
 *
 * Source: expected signatures (Chevyrev & Lyons 2016) of the segments in each window.
 *
 * @example
 * const windows = { height: 64, width: 64, channels: 6, window: 8, stride: 4 };
 * const scratch = engine.allocateReals(realFieldScratch(windows));
 * engine.call(...realField({ ...windows, input, samples, scratch, output })); // [samples, 15, 15, 96]
 */
export function realField(options: RealFieldOptions): KernelCall {
  const { input, scratch, output } = options;
  return ['realField', input, ...realFieldArguments(options), scratch, output];
}

/** What forward and backward share, in their order. */
export function realFieldArguments(options: RealFieldOptions): readonly number[] {
  const { samples, height, width, channels, window, stride } = options;
  const { direction = 'both', moments = true } = options;
  const rows = +(direction !== 'columns');
  const columns = +(direction !== 'rows');
  return [samples, height, width, channels, window, stride, rows, columns, +moments];
}
