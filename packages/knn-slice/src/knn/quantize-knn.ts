import type { Knn } from './knn.js';

/** A k-NN whose references are bytes: reference ≈ scale · byte. */
export interface IntegerKnn extends Omit<Knn, 'references'> {
  /** [count, width], from -127 to 127. */
  readonly references: Int8Array;
  /** Above 0. */
  readonly scale: number;
}

/** The largest byte; -128 is left out, so that the range is symmetric. */
const LIMIT = 127;

/**
 * A k-NN with references in int8: one scale for all, so that distances of bytes are distances of
 * features. A quarter of the bytes; `findIntegerNeighbours` searches it exactly.
 *
 * @example
 * const small = quantizeKnn(createKnn(references, labels));
 */
export function quantizeKnn(knn: Knn): IntegerKnn {
  const most = knn.references.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  // Of numbers near the smallest that there are, a 127th is 0.
  const scale = most / LIMIT || 1;
  return { ...knn, references: toBytes(knn.references, scale), scale };
}

/** Rows as bytes on the scale of references; what is beyond the references becomes the nearest byte. */
export function toBytes(rows: Float32Array, scale: number): Int8Array {
  return Int8Array.from(rows, (value) =>
    Math.max(-LIMIT, Math.min(LIMIT, Math.round(value / scale))),
  );
}
