import type { NdArray } from 'ndarray';
import type { RealData } from './real-array.js';

/** A view of some places along the first axis. */
export function rowsOf<A extends RealData>(
  array: NdArray<A>,
  first: number,
  count: number,
): NdArray<A> {
  const rest = array.shape.slice(1);
  return array.lo(first, ...rest.map(() => 0)).hi(count, ...rest);
}
