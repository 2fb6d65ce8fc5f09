import { requireFinite } from '../arguments/require-finite.js';
import type { Knn } from './knn.js';

/** Throws a RangeError unless the queries are rows of finite numbers that k neighbours can be found for. */
export function checkQueries(
  { width, count, k }: Pick<Knn, 'width' | 'count' | 'k'>,
  queries: Float32Array,
  leaveOneOut: boolean,
): void {
  if (queries.length % width !== 0) {
    throw new RangeError(`queries must be rows of ${width} numbers, got ${queries.length}`);
  }
  requireFinite('queries', queries);
  if (!leaveOneOut) return;
  if (queries.length !== count * width) {
    throw new RangeError(
      `leaveOneOut takes the ${count} references as queries, got ${queries.length / width}`,
    );
  }
  if (k >= count) {
    throw new RangeError(`leaveOneOut needs k below the ${count} references, got ${k}`);
  }
}
