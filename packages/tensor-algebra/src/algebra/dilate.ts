import type { NdArray } from 'ndarray';
import { requireNumber } from '../arguments/require-number.js';
import type { RealData } from '../arrays/real-array.js';
import { tensorScale } from '../tensor/tensor-scale.js';
import type { TensorOptions } from './tensor-options.js';
import { unary } from './unary.js';

/**
 * Multiplies level k by factor^k: the signature of the path multiplied by `factor`.
 *
 * `x` is [words] or [batch, words], and so is the result.
 *
 * @throws TypeError for an array of another rank or a factor that is no finite number.
 * @throws RangeError when the words make no whole depth.
 *
 * @example
 * const halfAsLarge = dilate(signature(path, 4), 0.5, 3);
 */
export function dilate<A extends RealData>(
  x: NdArray<A>,
  factor: number,
  channels: number,
  { scalarTerm = false }: TensorOptions = {},
): NdArray<A> {
  requireNumber('factor', factor);
  return unary(x, channels, scalarTerm, 1, (input, out, starts) =>
    tensorScale(input, out, starts, (level) => factor ** level),
  );
}
