import { xoshiro128 } from './xoshiro128.js';

/** A source of numbers from 0 up to but not including 1. */
export type Random = () => number;

/**
 * A small pseudo-random generator (xoshiro128**): the same seed gives the same numbers everywhere.
 *
 * @param seed an integer from -2^53 to 2^53; all its bits count.
 * @throws RangeError when the seed is not such an integer.
 *
 * @example
 * const random = seededRandom(1);
 * random(); // from 0 up to 1
 */
export function seededRandom(seed: number): Random {
  const { next } = xoshiro128(seed);
  return () => next() / 2 ** 32;
}
