import type { NdArray } from 'ndarray';
import type { PathShape } from '../arguments/require-path.js';
import { allocateLike } from '../arrays/allocate.js';
import { copyIn } from '../arrays/copy-in.js';
import type { RealData } from '../arrays/real-array.js';

/** Computes a path [length, channels] from each path of a batch, [length, channels] side by side. */
export function mapPaths<A extends RealData>(
  path: NdArray<A>,
  shape: PathShape,
  length: number,
  channels: number,
  compute: (input: Float64Array, output: Float64Array, row: number) => void,
): NdArray<A> {
  const result = allocateLike(
    path.data,
    shape.single ? [length, channels] : [shape.batch, length, channels],
  );
  const input = new Float64Array(shape.length * shape.channels);
  const output = new Float64Array(length * channels);
  for (let row = 0; row < shape.batch; row++) {
    copyIn(shape.single ? path : path.pick(row, null, null), input);
    compute(input, output, row);
    result.data.set(output, row * output.length);
  }
  return result;
}
