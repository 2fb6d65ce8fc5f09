import type { NdArray } from 'ndarray';
import { requirePath } from '../arguments/require-path.js';
import type { RealData } from '../arrays/real-array.js';
import { mapPaths } from './map-paths.js';

/**
 * The lead-lag path: its first channels move to a point, then its last channels follow; its areas
 * hold the path's quadratic variation (Chevyrev & Kormilitzin 2016, §2.1.4).
 *
 * [length, channels] becomes [2 length - 1, 2 channels]; a batch likewise.
 *
 * @throws TypeError for a path of the wrong rank or type.
 * @throws RangeError for numbers that are not finite.
 *
 * @example
 * leadLag(ndarray(new Float64Array([1, 4]), [2, 1])).data; // [1, 1, 4, 1, 4, 4]
 */
export function leadLag<A extends RealData>(path: NdArray<A>): NdArray<A> {
  const shape = requirePath(path);
  const { length, channels } = shape;
  return mapPaths(path, shape, 2 * length - 1, 2 * channels, (input, output) => {
    for (let point = 0; point < 2 * length - 1; point++) {
      const at = point * 2 * channels;
      const lead = Math.ceil(point / 2) * channels;
      const lag = Math.floor(point / 2) * channels;
      output.set(input.subarray(lead, lead + channels), at);
      output.set(input.subarray(lag, lag + channels), at + channels);
    }
  });
}
