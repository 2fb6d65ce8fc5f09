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
  const starts = Math.max(along(width), along(height));
  const words = channels + channels * channels;
  const band = whole(starts, 4) * words;
  // A line of points in planes; chord and diagonals of four segments.
  const phases = Math.min(stride, window);
  const margin = whole(Math.floor((window - 1) / stride), 4);
  const plane = whole(starts, 4) + margin;
  const line = phases * channels * plane;
  const parts = 4 * channels * (1 + 2 * ((window - 1) >> 1));
  // Forward the blocks of a window and its lines, backward the bands of a line and its gradients.
  const forward = (1 + Math.floor(window / stride)) * band + 4 * words + phases * (line + parts);
  const points = window * channels * (plane + margin);
  const backward = (2 + Math.floor((window - 1) / stride)) * band + line + 2 * parts + points;
  const segments = window + Math.max(forward, backward);
  // Sums of windows in the blocks that a window is high, and of the steps of one, in float64.
  const lines = greatestDivisor(window, stride);
  const moments = 4 * whole(channels, 4) * ((window / lines) * starts + width);
  return Math.max(segments, moments);
}

function whole(reals: number, lanes: number): number {
  return Math.ceil(reals / lanes) * lanes;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
