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
  const steps = Math.max(width, height);
  const starts = Math.max(along(width), along(height));
  const lines = greatestDivisor(window, stride);
  const point = whole(channels, 8);
  const words = channels + channels * channels;
  // The points of a block of lines, the middles and increments of its steps, and their gradients.
  const block = 4 * lines * steps * point + 2 * point;
  // Products of each step and chords forward; gradients of a block's words backward, in two orders.
  const forward = (steps * (channels + 1) + lines) * point;
  const backward = (starts * (1 + 2 * channels) + 2 * channels + 1) * point;
  const segments = block + Math.max(forward, backward) + starts * words + point;
  // Sums of windows in the blocks that a window is high, and of the steps of one, in float64.
  const moments = 4 * whole(channels, 4) * ((window / lines) * starts + width);
  return Math.max(segments, moments);
}

function whole(reals: number, lanes: number): number {
  return Math.ceil(reals / lanes) * lanes;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
