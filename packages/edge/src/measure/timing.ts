import { quantile } from './quantile.js';

/** How long runs took, in milliseconds. */
export interface Timing {
  readonly runs: number;
  readonly minimum: number;
  readonly median: number;
  /** All but one in twenty runs took less. */
  readonly percentile95: number;
}

/**
 * Sums up how long each of many runs took.
 *
 * @throws RangeError where there are none.
 *
 * @example
 * timingOf([3, 1, 2]); // { runs: 3, minimum: 1, median: 2, percentile95: 2.9 }
 */
export function timingOf(milliseconds: readonly number[]): Timing {
  if (milliseconds.length === 0) throw new RangeError('timingOf needs the time of a run, got none');
  const sorted = Float64Array.from(milliseconds).sort();
  return {
    runs: sorted.length,
    minimum: sorted[0],
    median: quantile(sorted, 0.5),
    percentile95: quantile(sorted, 0.95),
  };
}

/** Runs a second, one after another: what table 8 of ImageSig calls FPS; of the median. */
export function framesPerSecond({ median }: Timing): number {
  return 1000 / median;
}
