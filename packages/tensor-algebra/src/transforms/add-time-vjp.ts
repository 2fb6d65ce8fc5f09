import type { NdArray } from 'ndarray';
import { requirePathShape } from '../arguments/require-path.js';
import type { RealData } from '../arrays/real-array.js';
import { mapPaths } from './map-paths.js';
import { requireChannelCount } from './require-channel-count.js';

/**
 * The vector-Jacobian product of `addTime`: from a cotangent [length, channels + 1] of its result
 * to one of the path, [length, channels]; a batch likewise.
 *
 * @throws TypeError for a cotangent of the wrong rank or type.
 * @throws RangeError for fewer than two channels.
 *
 * @example
 * const gradient = addTimeVjp(signatureVjp(addTime(path), 3, cotangent));
 */
export function addTimeVjp<A extends RealData>(cotangent: NdArray<A>): NdArray<A> {
  const shape = requirePathShape(cotangent, 'cotangent');
  const { length, channels } = shape;
  requireChannelCount(channels, channels > 1, 'two or more');
  return mapPaths(cotangent, shape, length, channels - 1, (input, output) => {
    for (let point = 0; point < length; point++) {
      const at = point * channels;
      output.set(input.subarray(at, at + channels - 1), point * (channels - 1));
    }
  });
}
