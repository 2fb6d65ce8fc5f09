import type { NdArray } from 'ndarray';
import type { RealData } from '../arrays/real-array.js';
import { tensorScale } from '../tensor/tensor-scale.js';
import type { TensorOptions } from './tensor-options.js';
import { unary } from './unary.js';

export interface RescaleLevelsOptions extends TensorOptions {
  /** The factor of each level from 1 on; by default k! for level k. */
  factors?: ArrayLike<number>;
}

/**
 * Multiplies each level by a factor of its own: by default by k!, which gives the levels, that
 * fall off as 1 / k!, about the same size (Morrill et al. 2020, "A generalised signature method").
 *
 * `x` is [words] or [batch, words], and so is the result. The map is its own vector-Jacobian
 * product: rescale a cotangent in the same way.
 *
 * @throws TypeError for an array of another rank.
 * @throws RangeError when the words make no whole depth or a level has no finite factor.
 *
 * @example
 * const features = rescaleLevels(signature(path, 4), 3);
 */
export function rescaleLevels<A extends RealData>(
  x: NdArray<A>,
  channels: number,
  { scalarTerm = false, factors }: RescaleLevelsOptions = {},
): NdArray<A> {
  return unary(x, channels, scalarTerm, 1, (input, out, starts) => {
    const depth = starts.length - 2;
    const scales = factors === undefined ? factorials(depth) : [1, ...Array.from(factors)];
    if (scales.length !== depth + 1 || !scales.every(Number.isFinite)) {
      throw new RangeError(
        `factors must hold a finite number for each of ${depth} levels, got [${scales.slice(1).join(', ')}]`,
      );
    }
    tensorScale(input, out, starts, (level) => scales[level]);
  });
}

function factorials(depth: number): number[] {
  const values = [1];
  for (let level = 1; level <= depth; level++) values.push(values[level - 1] * level);
  return values;
}
