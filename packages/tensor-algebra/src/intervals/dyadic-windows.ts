import { requireInteger } from '../arguments/require-integer.js';
import type { Interval } from './interval.js';

const MOST_LEVELS = 20;

/**
 * The whole, its halves, its quarters and so on: 2^(levels + 1) - 1 windows, the coarse ones first;
 * neighbours share a point (Morrill et al. 2020, "A generalised signature method").
 *
 * @throws RangeError for a length below 1 or levels outside 0 to 20.
 *
 * @example
 * dyadicWindows(9, 1); // [[0, 8], [0, 4], [4, 8]]
 */
export function dyadicWindows(length: number, levels: number): Interval[] {
  requireInteger('length', length, 1, Number.MAX_SAFE_INTEGER);
  requireInteger('levels', levels, 0, MOST_LEVELS);
  const windows: Interval[] = [];
  for (let parts = 1; parts <= 2 ** levels; parts *= 2) {
    const boundary = (part: number): number => Math.floor(((length - 1) * part) / parts);
    for (let part = 0; part < parts; part++) windows.push([boundary(part), boundary(part + 1)]);
  }
  return windows;
}
