import { requireInteger } from '../arguments/require-integer.js';
import { requirePath } from '../arguments/require-path.js';
import { requirePositive } from '../arguments/require-positive.js';
import { copyIn } from '../arrays/copy-in.js';
import type { RealArray } from '../arrays/real-array.js';
import type { SignatureKernelOptions } from './signature-kernel-options.js';

const MOST_REFINEMENT = 10;

/** The paths of two arrays of a rank as dense points, and their channels; checks all arguments. */
export function kernelPaths(
  x: RealArray,
  y: RealArray,
  rank: 2 | 3,
  { refinement = 0, sigma }: SignatureKernelOptions,
): [Float64Array[], Float64Array[], number] {
  requireInteger('refinement', refinement, 0, MOST_REFINEMENT);
  if (sigma !== undefined) requirePositive('sigma', sigma);
  const [left, right] = [requirePath(x, 'x'), requirePath(y, 'y')];
  if (x.dimension !== rank || y.dimension !== rank) {
    const layout = rank === 2 ? '[length, channels]' : '[batch, length, channels]';
    throw new TypeError(
      `x and y must both be ${layout}, got [${x.shape.join(', ')}] and [${y.shape.join(', ')}]`,
    );
  }
  if (left.channels !== right.channels) {
    throw new RangeError(
      `x and y must have the same channels, got ${left.channels} and ${right.channels}`,
    );
  }
  return [points(x), points(y), left.channels];
}

function points(paths: RealArray): Float64Array[] {
  const single = paths.dimension === 2;
  return Array.from({ length: single ? 1 : paths.shape[0] }, (_, row) => {
    const path = single ? paths : paths.pick(row, null, null);
    const dense = new Float64Array(path.size);
    copyIn(path, dense);
    return dense;
  });
}
