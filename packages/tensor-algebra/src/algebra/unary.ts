import type { NdArray } from 'ndarray';
import { requireTensor } from '../arguments/require-tensor.js';
import type { RealData } from '../arrays/real-array.js';
import { mapTensors } from './map-tensors.js';

/** A function of one tensor, for one or a batch of them. */
export function unary<A extends RealData>(
  x: NdArray<A>,
  channels: number,
  scalarTerm: boolean,
  scalar: number,
  compute: (x: Float64Array, out: Float64Array, starts: readonly number[]) => void,
): NdArray<A> {
  const shape = requireTensor('x', x, channels, scalarTerm);
  return mapTensors(
    x,
    [{ array: x, shape, scalar }],
    channels,
    scalarTerm,
    ([input], out, starts) => compute(input, out, starts),
  );
}
