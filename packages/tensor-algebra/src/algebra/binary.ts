import type { NdArray } from 'ndarray';
import { requireSameTensors } from '../arguments/require-same-tensors.js';
import type { RealData } from '../arrays/real-array.js';
import { mapTensors } from './map-tensors.js';

/** A function of two tensors, for one or a batch of them. */
export function binary<A extends RealData>(
  a: NdArray<A>,
  b: NdArray<A>,
  channels: number,
  scalarTerm: boolean,
  scalar: number,
  compute: (a: Float64Array, b: Float64Array, out: Float64Array, starts: readonly number[]) => void,
): NdArray<A> {
  const [left, right] = requireSameTensors(a, b, channels, scalarTerm);
  const operands = [
    { array: a, shape: left, scalar },
    { array: b, shape: right, scalar },
  ];
  return mapTensors(a, operands, channels, scalarTerm, ([first, second], out, starts) =>
    compute(first, second, out, starts),
  );
}
