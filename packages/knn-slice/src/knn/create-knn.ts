import { requireFinite } from '../arguments/require-finite.js';
import { requireInteger } from '../arguments/require-integer.js';
import { requireRows } from '../arguments/require-rows.js';
import type { Knn, Vote } from './knn.js';

export interface CreateKnnOptions {
  /** Neighbours that vote (9), at most the references. */
  k?: number;
  vote?: Vote;
  /** Classes in all; one more than the largest label when left out. */
  classes?: number;
}

/**
 * A k-NN classifier over references [count, width] and their labels [count].
 *
 * @throws RangeError when k is not from 1 to the number of references, when the references are not
 * finite, or when their labels are of one class only.
 *
 * @example
 * const knn = createKnn(Float32Array.of(0, 1, 9, 10), [0, 0, 1, 1], { k: 1 });
 */
export function createKnn(
  references: Float32Array,
  labels: ArrayLike<number>,
  { k = 9, vote = 'majority', classes }: CreateKnnOptions = {},
): Knn {
  const count = labels.length;
  const width = requireRows('references', references, count);
  if (!Number.isInteger(k) || k < 1 || k > count) {
    throw new RangeError(`k must be an integer from 1 to the ${count} references, got ${k}`);
  }
  if (vote !== 'majority' && vote !== 'distance') {
    throw new TypeError(`vote must be 'majority' or 'distance', got ${String(vote)}`);
  }
  let most = 0;
  for (let index = 0; index < count; index++) {
    requireInteger(`labels[${index}]`, labels[index], 0, 65_535);
    most = Math.max(most, labels[index]);
  }
  const known = classes ?? most + 1;
  requireInteger('classes', known, most + 1, 65_536);
  if (Array.prototype.every.call(labels, (label) => label === labels[0])) {
    throw new RangeError(
      `the reference set must have at least two classes, all ${count} labels are ${labels[0]}`,
    );
  }
  requireFinite('references', references);
  return { references, labels: Int32Array.from(labels), count, width, classes: known, k, vote };
}
