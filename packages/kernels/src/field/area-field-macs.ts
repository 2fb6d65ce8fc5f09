import { fieldExtent } from './field-windows.js';
import type { RealFieldWindows } from './real-field-windows.js';

/**
 * Multiply-adds of a field of depth 2 of one image, as its kernels do them; plain additions are left
 * out. A direction takes d (d − 1) for each step of a line, two to a pair of its d channels, and for
 * each segment d (d − 1) for the chords and d (d + 1) / 2 for the products of its ends. Mean and
 * deviation take a square for each value.
 *
 * @param time as `FieldWindows.time`: one channel more for the paths.
 *
 * @example
 * areaFieldMacs({ height: 64, width: 64, channels: 3, window: 8, stride: 4 }); // 83712
 */
export function areaFieldMacs(windows: RealFieldWindows & { time?: boolean }): number {
  const { height, width, channels, window, stride, time = false } = windows;
  const { direction = 'both', moments = true } = windows;
  const d = channels + +time;
  const alongLines = (points: number, lines: number) => {
    const starts = fieldExtent(points, windows);
    const steps = (starts - 1) * stride + window - 1;
    return lines * (steps * d * (d - 1) + starts * (d * (d - 1) + (d * (d + 1)) / 2));
  };
  const rows = direction === 'columns' ? 0 : alongLines(width, height);
  const columns = direction === 'rows' ? 0 : alongLines(height, width);
  const covered = (fieldExtent(height, windows) - 1) * stride + window;
  return rows + columns + (moments ? width * covered * channels : 0);
}
