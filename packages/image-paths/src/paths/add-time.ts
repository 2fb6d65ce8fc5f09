import type ndarray from 'ndarray';
import { type Path, widenPath } from './widen-path.js';

/**
 * Appends a channel t / (length − 1), from 0 at the first point to 1 at the last; a path of one
 * point gets 0.
 *
 * Time makes a signature see how fast a path is run through, and a path in one channel a curve.
 * When a basepoint is added too, time comes first, as in the signature kernel.
 *
 * @param path [length, channels] or [batch, length, channels], float32 or float64.
 * @returns the same with channels + 1; a copy.
 * @throws RangeError when the path has another number of dimensions or no points.
 *
 * @example
 * addTime(ndarray(new Float32Array([5, 6, 7]), [3, 1])); // [[5, 0], [6, 0.5], [7, 1]]
 */
export function addTime<D extends Path>(path: ndarray.NdArray<D>): ndarray.NdArray<D> {
  return widenPath(path, {
    points: 0,
    channels: 1,
    fill: (point, length) => (length === 1 ? 0 : point / (length - 1)),
  });
}
