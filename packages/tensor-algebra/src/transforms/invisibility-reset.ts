import type { NdArray } from 'ndarray';
import { requirePath } from '../arguments/require-path.js';
import type { RealData } from '../arrays/real-array.js';
import { mapPaths } from './map-paths.js';

/**
 * Appends a channel of visibility, 1 on the path; then the pen is lifted (visibility 0) and goes back
 * to the origin unseen. The signature then tells where the path is (Wu et al. 2019; Yang et al. 2022,
 * "Developing the path signature methodology", §3).
 *
 * [length, channels] becomes [length + 2, channels + 1]; a batch likewise.
 *
 * @throws TypeError for a path of the wrong rank or type.
 * @throws RangeError for numbers that are not finite.
 *
 * @example
 * invisibilityReset(ndarray(new Float64Array([3, 5]), [2, 1])).data; // [3, 1, 5, 1, 5, 0, 0, 0]
 */
export function invisibilityReset<A extends RealData>(path: NdArray<A>): NdArray<A> {
  const shape = requirePath(path);
  const { length, channels } = shape;
  return mapPaths(path, shape, length + 2, channels + 1, (input, output) => {
    output.fill(0);
    for (let point = 0; point <= length; point++) {
      const from = Math.min(point, length - 1) * channels;
      const at = point * (channels + 1);
      output.set(input.subarray(from, from + channels), at);
      output[at + channels] = point < length ? 1 : 0;
    }
  });
}
