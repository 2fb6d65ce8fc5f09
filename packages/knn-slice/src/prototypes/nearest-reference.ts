import type { Engine } from '@sig/kernels';
import { findNeighbours } from '../knn/find-neighbours.js';

/** The nearest reference of each query, the first of equally near ones. */
export interface NearestReference {
  /** [queries] */
  readonly indices: Int32Array;
  /** [queries], Euclidean. */
  readonly distances: Float64Array;
}

/** Finds them for rows [count, width]; the references may be of one class, or one alone. */
export async function nearestReference(
  engine: Engine,
  references: Float32Array,
  queries: Float32Array,
  width: number,
): Promise<NearestReference> {
  const count = references.length / width;
  const labels = new Int32Array(count);
  const knn = { references, labels, count, width, classes: 1, k: 1, vote: 'majority' } as const;
  return findNeighbours(knn, queries, { engine });
}
