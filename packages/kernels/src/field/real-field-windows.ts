import type { FieldWindows } from './field-windows.js';

/** The windows of a field of reals, whose signatures are of depth 2. */
export type RealFieldWindows = Omit<FieldWindows, 'depth' | 'time'>;

/**
 * Reals of scratch that `realField` and `realFieldBackward` need, whatever the number of samples.
 *
 * @example
 * realFieldScratch({ height: 64, width: 64, channels: 6, window: 8, stride: 4 });
 */
export function realFieldScratch(windows: RealFieldWindows): number {
  const { height, width, channels, window, stride } = windows;
  const along = (pixels: number) => Math.floor((pixels - window) / stride) + 1;
  const planeRow = (steps: number) => wholeVectors(steps) + 8;
  const side = channels * Math.max(planeRow(width) * height, planeRow(height) * width);
  const starts = wholeVectors(Math.max(along(width), along(height)));
  const row = planeRow(Math.max(width, height));
  const squares = channels * channels;
  // A block's words and their gradients, four sets of ends, and the areas step by step.
  const segments = (2 * channels + 3 * squares + 4 * channels) * starts + squares * row + row;
  // A channel's totals and the sums of a block, in float64.
  const moments = 2 * (2 * along(width) * along(height) + 2 * row);
  return 2 * side + Math.max(segments, moments);
}

function wholeVectors(reals: number): number {
  return (reals + 3) & ~3;
}
