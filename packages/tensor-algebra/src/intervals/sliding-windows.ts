import { requireInteger } from '../arguments/require-integer.js';
import type { Interval } from './interval.js';

export interface SlidingWindowsOptions {
  /** Points of a window. */
  size: number;
  /** Points from a window's start to the next one's. */
  step?: number;
}

/**
 * Windows of a fixed size, those that fit into `length` points whole.
 *
 * @throws RangeError for sizes that are not positive integers.
 *
 * @example
 * slidingWindows(5, { size: 3 }); // [[0, 2], [1, 3], [2, 4]]
 */
export function slidingWindows(
  length: number,
  { size, step = 1 }: SlidingWindowsOptions,
): Interval[] {
  requireInteger('length', length, 0, Number.MAX_SAFE_INTEGER);
  requireInteger('size', size, 1, Number.MAX_SAFE_INTEGER);
  requireInteger('step', step, 1, Number.MAX_SAFE_INTEGER);
  const windows: Interval[] = [];
  for (let first = 0; first + size <= length; first += step) {
    windows.push([first, first + size - 1]);
  }
  return windows;
}
