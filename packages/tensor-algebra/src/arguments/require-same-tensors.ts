import type { RealArray } from '../arrays/real-array.js';
import { requireTensor, type TensorShape } from './require-tensor.js';

/**
 * The sizes of two tensors that go together: the same number format and words; the same batch, or
 * one of them single.
 */
export function requireSameTensors(
  a: RealArray,
  b: RealArray,
  channels: number,
  scalarTerm: boolean,
): [TensorShape, TensorShape] {
  const left = requireTensor('a', a, channels, scalarTerm);
  const right = requireTensor('b', b, channels, scalarTerm);
  if (a.dtype !== b.dtype) {
    throw new TypeError(`a and b must have one number format, got ${a.dtype} and ${b.dtype}`);
  }
  const batches = left.single || right.single || left.batch === right.batch;
  if (left.words !== right.words || !batches) {
    throw new RangeError(
      `a and b must have the same shape, or one of them be [words], got [${a.shape.join(', ')}] and [${b.shape.join(', ')}]`,
    );
  }
  return [left, right];
}
