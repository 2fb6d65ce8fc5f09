import type { NdArray } from 'ndarray';
import { requirePathShape } from '../arguments/require-path.js';
import type { RealData } from '../arrays/real-array.js';
import { mapPaths } from './map-paths.js';

/**
 * The vector-Jacobian product of `cumulativeSum`: the sums from each point to the last. The shape
 * stays the same.
 *
 * @throws TypeError for a cotangent of the wrong rank or type.
 *
 * @example
 * const gradient = cumulativeSumVjp(signatureVjp(cumulativeSum(path), 3, cotangent));
 */
export function cumulativeSumVjp<A extends RealData>(cotangent: NdArray<A>): NdArray<A> {
  const shape = requirePathShape(cotangent, 'cotangent');
  const { length, channels } = shape;
  return mapPaths(cotangent, shape, length, channels, (input, output) => {
    output.set(input);
    for (let at = output.length - channels - 1; at >= 0; at--) output[at] += output[at + channels];
  });
}
