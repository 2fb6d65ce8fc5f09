import { overlap } from '../arrays/overlap.js';
import type { RealArray } from '../arrays/real-array.js';
import { requireArray } from './require-array.js';

/**
 * Throws unless `out` is an array of this shape, of the number format of the inputs, that shares
 * no memory with them.
 */
export function requireOutput(
  out: RealArray,
  shape: readonly number[],
  inputs: readonly RealArray[],
): void {
  const wanted = `[${shape.join(', ')}]`;
  requireArray('out', out, [shape.length], wanted);
  if (out.shape.join() !== shape.join()) {
    throw new RangeError(`out must have the shape ${wanted}, got [${out.shape.join(', ')}]`);
  }
  if (out.dtype !== inputs[0].dtype) {
    throw new TypeError(`out must be of ${inputs[0].dtype} as the path is, got ${out.dtype}`);
  }
  if (inputs.some((input) => overlap(out, input))) {
    throw new RangeError('out must not overlap the input; give an array with memory of its own');
  }
}
