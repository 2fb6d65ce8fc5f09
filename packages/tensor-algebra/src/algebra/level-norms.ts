import type { NdArray } from 'ndarray';
import { requireTensor } from '../arguments/require-tensor.js';
import { allocateLike } from '../arrays/allocate.js';
import { copyIn } from '../arrays/copy-in.js';
import type { RealData } from '../arrays/real-array.js';
import { levelStarts } from '../tensor/level-starts.js';
import { tensorNorms } from '../tensor/tensor-norms.js';
import type { TensorOptions } from './tensor-options.js';

/**
 * The Euclidean norm of each level.
 *
 * `x` is [words] or [batch, words]; the result is [depth] or [batch, depth], from level 1 on, or
 * from level 0 with `scalarTerm`.
 *
 * @throws TypeError for an array of another rank.
 * @throws RangeError when the words make no whole depth.
 *
 * @example
 * levelNorms(signature(path, 4), 3); // ndarray [4]
 */
export function levelNorms<A extends RealData>(
  x: NdArray<A>,
  channels: number,
  { scalarTerm = false }: TensorOptions = {},
): NdArray<A> {
  const { single, batch, words, depth } = requireTensor('x', x, channels, scalarTerm);
  const lead = scalarTerm ? 0 : 1;
  const starts = levelStarts(channels, depth);
  const levels = depth + 1 - lead;
  const result = allocateLike(x.data, single ? [levels] : [batch, levels]);
  const tensor = new Float64Array(words + lead);
  for (let row = 0; row < batch; row++) {
    copyIn(single ? x : x.pick(row, null), tensor, lead);
    result.data.set(tensorNorms(tensor, starts).slice(lead), row * levels);
  }
  return result;
}
