import { requireFinite } from '../arguments/require-finite.js';
import type { PathShape } from '../arguments/require-path.js';
import { copyIn } from '../arrays/copy-in.js';
import type { RealArray, RealData } from '../arrays/real-array.js';

/**
 * A point put before each path: `true` for the origin, one point for all paths, or an ndarray
 * [batch, channels] with a point for each.
 */
export type Basepoint = boolean | readonly number[] | RealArray;

/** Writes the point before a path. */
export type StartPoints = (row: number, target: RealData, at: number) => void;

/**
 * How to write the point before each path; undefined where there is none.
 *
 * @throws TypeError for something else than a basepoint.
 * @throws RangeError for a point of other channels or of numbers that are not finite.
 */
export function startPoints(
  basepoint: Basepoint,
  { batch, channels }: PathShape,
): StartPoints | undefined {
  if (basepoint === false) return undefined;
  if (basepoint === true) return (_row, target, at) => target.fill(0, at, at + channels);
  if (Array.isArray(basepoint)) {
    if (basepoint.length !== channels || !basepoint.every(Number.isFinite)) {
      throw new RangeError(
        `basepoint must hold ${channels} finite numbers, got [${basepoint.join(', ')}]`,
      );
    }
    return (_row, target, at) => target.set(basepoint, at);
  }
  const points = basepoint as RealArray;
  const { shape } = typeof points === 'object' && points !== null ? points : { shape: undefined };
  if (!Array.isArray(shape)) {
    throw new TypeError(`basepoint must be true, a point or an ndarray, got ${String(basepoint)}`);
  }
  const wanted = shape.length === 1 ? [channels] : [batch, channels];
  if (shape.join() !== wanted.join()) {
    throw new RangeError(
      `basepoint must have the shape [${channels}] or [${batch}, ${channels}], got [${shape.join(', ')}]`,
    );
  }
  requireFinite(points, 'basepoint');
  return (row, target, at) =>
    copyIn(shape.length === 1 ? points : points.pick(row, null), target, at);
}
