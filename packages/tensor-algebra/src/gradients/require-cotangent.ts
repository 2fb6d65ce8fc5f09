import { requireArray } from '../arguments/require-array.js';
import { requireFinite } from '../arguments/require-finite.js';
import type { RealArray } from '../arrays/real-array.js';

/** Throws unless a cotangent has the shape of the result it belongs to, and the path's format. */
export function requireCotangent(
  cotangent: RealArray,
  shape: readonly number[],
  path: RealArray,
): void {
  const wanted = `[${shape.join(', ')}]`;
  requireArray('cotangent', cotangent, [shape.length], wanted);
  if (cotangent.shape.join() !== shape.join()) {
    throw new RangeError(
      `cotangent must have the shape ${wanted} of the result, got [${cotangent.shape.join(', ')}]`,
    );
  }
  if (cotangent.dtype !== path.dtype) {
    throw new TypeError(
      `cotangent must be of ${path.dtype} as the path is, got ${cotangent.dtype}`,
    );
  }
  requireFinite(cotangent, 'cotangent');
}
