import type { MatrixBatch } from '@sig/kernels/linear';
import type { LayerCall } from './layer.js';

/** Where an attention keeps what it computes: [count, length, heads, keySize] matrices by head. */
export interface AttentionMemory {
  readonly query: MatrixBatch;
  readonly key: MatrixBatch;
  readonly value: MatrixBatch;
  /** The weighted values. */
  readonly context: MatrixBatch;
  /** [count, heads, length, length] */
  readonly weights: MatrixBatch;
  readonly weightGradients: MatrixBatch;
}

/** Reals of it. */
export function attentionReals(length: number, count: number, heads: number, keySize: number) {
  return count * (4 * length * heads * keySize + 2 * heads * length * length);
}

/** The layout of an attention's memory. */
export function attentionMemory(
  { scratch, count, realBytes, inputShape: [length] }: LayerCall,
  heads: number,
  keySize: number,
): AttentionMemory {
  const stride = heads * keySize;
  const block = count * length * stride * realBytes;
  const tokens = (place: number): MatrixBatch => ({
    at: scratch + place * block,
    stride,
    sample: length * stride,
    group: keySize,
  });
  const square = length * length;
  const weights = {
    at: scratch + 4 * block,
    stride: length,
    sample: heads * square,
    group: square,
  };
  return {
    query: tokens(0),
    key: tokens(1),
    value: tokens(2),
    context: tokens(3),
    weights,
    weightGradients: { ...weights, at: weights.at + count * heads * square * realBytes },
  };
}
