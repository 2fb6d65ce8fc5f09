import { requireInteger } from '../arguments/require-integer.js';
import type { Interval } from './interval.js';

export interface ExpandingWindowsOptions {
  /** Points of the first window. */
  size?: number;
  /** Points that each window has more than the one before. */
  step?: number;
}

/**
 * Windows that all start at the first point and grow, as long as they fit into `length` points.
 *
 * @throws RangeError for sizes that are not positive integers.
 *
 * @example
 * expandingWindows(5, { step: 2 }); // [[0, 1], [0, 3]]
 */
export function expandingWindows(
  length: number,
  { size = 2, step = 1 }: ExpandingWindowsOptions = {},
): Interval[] {
  requireInteger('length', length, 0, Number.MAX_SAFE_INTEGER);
  requireInteger('size', size, 1, Number.MAX_SAFE_INTEGER);
  requireInteger('step', step, 1, Number.MAX_SAFE_INTEGER);
  const windows: Interval[] = [];
  for (let points = size; points <= length; points += step) windows.push([0, points - 1]);
  return windows;
}
