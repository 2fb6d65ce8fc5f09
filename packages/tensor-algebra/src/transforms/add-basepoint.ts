import type { NdArray } from 'ndarray';
import { requirePath } from '../arguments/require-path.js';
import type { RealData } from '../arrays/real-array.js';
import { type Basepoint, startPoints } from '../signature/start-points.js';
import { mapPaths } from './map-paths.js';

export interface AddBasepointOptions {
  /** The origin, one point, or ndarray [batch, channels]. */
  point?: Exclude<Basepoint, false>;
}

/**
 * Puts a point before a path, which makes the signature tell where the path is
 * (Chevyrev & Kormilitzin 2016, §2.1; Kidger & Lyons 2021).
 *
 * [length, channels] becomes [length + 1, channels]; a batch likewise.
 *
 * @throws TypeError for a path of the wrong rank or type.
 * @throws RangeError for numbers that are not finite, or a point of other channels.
 *
 * @example
 * addBasepoint(path); // starts at the origin
 */
export function addBasepoint<A extends RealData>(
  path: NdArray<A>,
  { point = true }: AddBasepointOptions = {},
): NdArray<A> {
  const shape = requirePath(path);
  const start = startPoints(point, shape);
  return mapPaths(path, shape, shape.length + 1, shape.channels, (input, output, row) => {
    start?.(row, output, 0);
    output.set(input, shape.channels);
  });
}
