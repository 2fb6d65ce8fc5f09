import type { NdArray } from 'ndarray';
import { requirePath } from '../arguments/require-path.js';
import type { RealData } from '../arrays/real-array.js';
import { mapPaths } from './map-paths.js';

export interface AddTimeOptions {
  /** The time of each point; by default evenly from 0 to 1. */
  times?: ArrayLike<number>;
}

/**
 * Appends time as the last channel, which makes the signature tell at what speed a path was run
 * through, and fix the path (Chevyrev & Kormilitzin 2016, §2.1).
 *
 * [length, channels] becomes [length, channels + 1]; a batch likewise.
 *
 * @throws TypeError for a path of the wrong rank or type.
 * @throws RangeError for numbers that are not finite, or times of another number than the points.
 *
 * @example
 * addTime(path); // the last channel is t / (length - 1)
 */
export function addTime<A extends RealData>(
  path: NdArray<A>,
  { times }: AddTimeOptions = {},
): NdArray<A> {
  const shape = requirePath(path);
  const { length, channels } = shape;
  if (
    times !== undefined &&
    (times.length !== length || !Array.from(times).every(Number.isFinite))
  ) {
    throw new RangeError(`times must hold ${length} finite numbers, got ${times.length} numbers`);
  }
  return mapPaths(path, shape, length, channels + 1, (input, output) => {
    for (let point = 0; point < length; point++) {
      const at = point * (channels + 1);
      output.set(input.subarray(point * channels, (point + 1) * channels), at);
      output[at + channels] = times?.[point] ?? point / Math.max(1, length - 1);
    }
  });
}
