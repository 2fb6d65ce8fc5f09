import type ndarray from 'ndarray';
import { type Path, widenPath } from './widen-path.js';

/**
 * Puts the origin, 0 in every channel, before the first point.
 *
 * Signatures do not see where a path starts; from the origin they do.
 *
 * @param path [length, channels] or [batch, length, channels], float32 or float64.
 * @returns the same with length + 1; a copy.
 * @throws RangeError when the path has another number of dimensions or no points.
 *
 * @example
 * addBasepoint(ndarray(new Float32Array([5, 6]), [2, 1])); // [[0], [5], [6]]
 */
export function addBasepoint<D extends Path>(path: ndarray.NdArray<D>): ndarray.NdArray<D> {
  return widenPath(path, { points: 1, channels: 0, fill: () => 0 });
}
