import type { NdArray } from 'ndarray';
import { requirePathShape } from '../arguments/require-path.js';
import type { RealData } from '../arrays/real-array.js';
import { mapPaths } from './map-paths.js';
import { requireChannelCount } from './require-channel-count.js';

/**
 * The vector-Jacobian product of `invisibilityReset`: from a cotangent [length + 2, channels + 1] of
 * its result to one of the path, [length, channels]; a batch likewise.
 *
 * @throws TypeError for a cotangent of the wrong rank or type.
 * @throws RangeError for fewer than three points or two channels.
 *
 * @example
 * const gradient = invisibilityResetVjp(signatureVjp(invisibilityReset(path), 3, cotangent));
 */
export function invisibilityResetVjp<A extends RealData>(cotangent: NdArray<A>): NdArray<A> {
  const shape = requirePathShape(cotangent, 'cotangent');
  const length = shape.length - 2;
  const channels = shape.channels - 1;
  requireChannelCount(shape.channels, channels > 0, 'two or more');
  if (length < 1) {
    throw new RangeError(`cotangent must have three or more points, got ${shape.length}`);
  }
  return mapPaths(cotangent, shape, length, channels, (input, output) => {
    output.fill(0);
    for (let point = 0; point <= length; point++) {
      const to = Math.min(point, length - 1) * channels;
      for (let channel = 0; channel < channels; channel++) {
        output[to + channel] += input[point * (channels + 1) + channel];
      }
    }
  });
}
