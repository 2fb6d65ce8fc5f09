import type { NdArray } from 'ndarray';
import { requirePathShape } from '../arguments/require-path.js';
import type { RealData } from '../arrays/real-array.js';
import { mapPaths } from './map-paths.js';

/**
 * The vector-Jacobian product of `addBasepoint`: from a cotangent [length + 1, channels] of its
 * result to one of the path, [length, channels]; a batch likewise. The point is a constant.
 *
 * @throws TypeError for a cotangent of the wrong rank or type.
 * @throws RangeError for fewer than two points.
 *
 * @example
 * const gradient = addBasepointVjp(signatureVjp(addBasepoint(path), 3, cotangent));
 */
export function addBasepointVjp<A extends RealData>(cotangent: NdArray<A>): NdArray<A> {
  const shape = requirePathShape(cotangent, 'cotangent');
  if (shape.length < 2) {
    throw new RangeError(`cotangent must have two or more points, got ${shape.length}`);
  }
  return mapPaths(cotangent, shape, shape.length - 1, shape.channels, (input, output) =>
    output.set(input.subarray(shape.channels)),
  );
}
