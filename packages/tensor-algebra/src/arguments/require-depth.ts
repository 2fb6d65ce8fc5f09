import { requireInteger } from './require-integer.js';

/** The highest level that signatures are computed to. */
export const MAXIMUM_DEPTH = 12;

/** Throws a RangeError unless `depth` is an integer from 1 to 12. */
export function requireDepth(depth: number): void {
  requireInteger('depth', depth, 1, MAXIMUM_DEPTH);
}
