import type { NdArray } from 'ndarray';
import type { TensorShape } from '../arguments/require-tensor.js';
import { allocateLike } from '../arrays/allocate.js';
import { copyIn } from '../arrays/copy-in.js';
import type { RealArray, RealData } from '../arrays/real-array.js';
import { levelStarts } from '../tensor/level-starts.js';

/** One operand: the array, and the scalar of its tensors where the array leaves it out. */
export interface Operand {
  array: RealArray;
  shape: TensorShape;
  scalar: number;
}

/**
 * Computes a tensor from one tensor of each operand, for all of a batch. Operands that are single
 * are used for all of the batch. Everything between is float64, the scalar at place 0.
 */
export function mapTensors<A extends RealData>(
  like: NdArray<A>,
  operands: readonly Operand[],
  channels: number,
  scalarTerm: boolean,
  compute: (inputs: Float64Array[], out: Float64Array, starts: readonly number[]) => void,
): NdArray<A> {
  const widest = operands.find(({ shape }) => !shape.single) ?? operands[0];
  const { single, batch, words, depth } = widest.shape;
  const starts = levelStarts(channels, depth);
  const lead = scalarTerm ? 0 : 1;
  const result = allocateLike(like.data, single ? [words] : [batch, words]);
  const inputs = operands.map(({ scalar }) => {
    const input = new Float64Array(words + lead);
    input[0] = scalar;
    return input;
  });
  const out = new Float64Array(words + lead);
  for (let row = 0; row < batch; row++) {
    for (const [index, { array, shape, scalar }] of operands.entries()) {
      if (shape.single && row > 0) continue;
      inputs[index][0] = scalar;
      copyIn(shape.single ? array : array.pick(row, null), inputs[index], lead);
    }
    compute(inputs, out, starts);
    result.data.set(out.subarray(lead), row * words);
  }
  return result;
}
