import type { NdArray } from 'ndarray';
import { requirePathShape } from '../arguments/require-path.js';
import type { RealData } from '../arrays/real-array.js';
import { mapPaths } from './map-paths.js';
import { requireChannelCount } from './require-channel-count.js';

/**
 * The vector-Jacobian product of `leadLag`: from a cotangent [2 length - 1, 2 channels] of its
 * result to one of the path, [length, channels]; a batch likewise.
 *
 * @throws TypeError for a cotangent of the wrong rank or type.
 * @throws RangeError for an even length or an odd number of channels.
 *
 * @example
 * const gradient = leadLagVjp(signatureVjp(leadLag(path), 3, cotangent));
 */
export function leadLagVjp<A extends RealData>(cotangent: NdArray<A>): NdArray<A> {
  const shape = requirePathShape(cotangent, 'cotangent');
  const channels = shape.channels / 2;
  requireChannelCount(shape.channels, Number.isInteger(channels), 'an even number of');
  if (shape.length % 2 === 0) {
    throw new RangeError(`cotangent must have an odd number of points, got ${shape.length}`);
  }
  return mapPaths(cotangent, shape, (shape.length + 1) / 2, channels, (input, output) => {
    output.fill(0);
    for (let point = 0; point < shape.length; point++) {
      const at = point * 2 * channels;
      const lead = Math.ceil(point / 2) * channels;
      const lag = Math.floor(point / 2) * channels;
      for (let channel = 0; channel < channels; channel++) {
        output[lead + channel] += input[at + channel];
        output[lag + channel] += input[at + channels + channel];
      }
    }
  });
}
