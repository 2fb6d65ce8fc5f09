import type { RealArray } from '../arrays/real-array.js';
import { requireArray } from './require-array.js';
import { requireFinite } from './require-finite.js';

/** A path's or a batch of paths' sizes; a single path is a batch of one. */
export interface PathShape {
  single: boolean;
  batch: number;
  length: number;
  channels: number;
}

/**
 * The sizes of `path`.
 *
 * @throws TypeError unless it is [length, channels] or [batch, length, channels].
 * @throws RangeError when it has no point, no channel, or a point that is NaN or infinite.
 */
export function requirePath(path: RealArray, name = 'path'): PathShape {
  const shape = requirePathShape(path, name);
  requireFinite(path, name);
  return shape;
}

/** The sizes of `path`, its numbers not looked at. */
export function requirePathShape(path: RealArray, name = 'path'): PathShape {
  requireArray(name, path, [2, 3], '[length, channels] or [batch, length, channels]');
  const single = path.dimension === 2;
  const [batch, length, channels] = single ? [1, path.shape[0], path.shape[1]] : path.shape;
  if (length < 1 || channels < 1) {
    throw new RangeError(
      `${name} must have at least one point and one channel, got the shape [${path.shape.join(', ')}]`,
    );
  }
  return { single, batch, length, channels };
}
