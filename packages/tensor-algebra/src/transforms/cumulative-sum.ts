import type { NdArray } from 'ndarray';
import { requirePath } from '../arguments/require-path.js';
import type { RealData } from '../arrays/real-array.js';
import { mapPaths } from './map-paths.js';

/**
 * The path of partial sums: point i is the sum of the points 0 to i
 * (Chevyrev & Kormilitzin 2016, §2.1).
 *
 * The shape stays the same. Put a basepoint before it where the first point should count.
 *
 * @throws TypeError for a path of the wrong rank or type.
 * @throws RangeError for numbers that are not finite.
 *
 * @example
 * cumulativeSum(ndarray(new Float64Array([1, 2, 3]), [3, 1])).data; // [1, 3, 6]
 */
export function cumulativeSum<A extends RealData>(path: NdArray<A>): NdArray<A> {
  const shape = requirePath(path);
  const { length, channels } = shape;
  return mapPaths(path, shape, length, channels, (input, output) => {
    output.set(input);
    for (let at = channels; at < output.length; at++) output[at] += output[at - channels];
  });
}
