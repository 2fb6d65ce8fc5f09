import type { NdArray } from 'ndarray';
import type { RealData } from '../arrays/real-array.js';
import { tensorAntipode } from '../tensor/tensor-antipode.js';
import type { TensorOptions } from './tensor-options.js';
import { unary } from './unary.js';

/**
 * The antipode: reverses every word and changes the sign of those of odd length. On signatures it
 * is the inverse (Reutenauer 1993, §1.5).
 *
 * `x` is [words] or [batch, words], and so is the result.
 *
 * @throws TypeError for an array of another rank.
 * @throws RangeError when the words make no whole depth.
 *
 * @example
 * const backwards = antipode(signature(path, 4), 3);
 */
export function antipode<A extends RealData>(
  x: NdArray<A>,
  channels: number,
  { scalarTerm = false }: TensorOptions = {},
): NdArray<A> {
  return unary(x, channels, scalarTerm, 1, (input, out, starts) =>
    tensorAntipode(input, out, channels, starts.length - 2, true),
  );
}
