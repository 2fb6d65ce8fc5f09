import type { NeighbourSearch } from './find-neighbours.js';

/** What is used of the class that the package ml-knn exports. */
export type MlKnnClass = new (
  dataset: number[][],
  labels: number[],
  options: { k: number },
) => {
  readonly kdTree: {
    /** Points, each with its label behind it, and their distances, in no order. */
    nearest(
      point: readonly number[],
      count: number,
    ): [point: readonly number[], distance: number][];
  };
};

/**
 * Neighbours from the k-d tree of the npm package ml-knn, in float64: slow in many dimensions, and
 * independent of the kernels. Which of several equally distant references come into the k is its own
 * affair.
 *
 * @example
 * import KNN from 'ml-knn';
 * await classify(knn, queries, { search: mlKnn(KNN) });
 */
export function mlKnn(KNN: MlKnnClass): NeighbourSearch {
  return ({ references, width, count, k }, queries, { leaveOneOut }) => {
    const rowsOf = (matrix: Float32Array): number[][] =>
      Array.from({ length: matrix.length / width }, (_, row) =>
        Array.from(matrix.subarray(row * width, (row + 1) * width)),
      );
    // The place of a reference stands in for its label.
    const places = Array.from({ length: count }, (_, place) => place);
    const { kdTree } = new KNN(rowsOf(references), places, { k });
    const rows = rowsOf(queries);
    const indices = new Int32Array(rows.length * k);
    const distances = new Float64Array(rows.length * k);
    for (const [row, query] of rows.entries()) {
      const found = kdTree
        .nearest(query, k + Number(leaveOneOut))
        .map(([point, distance]) => ({ place: point[width], distance }))
        .filter(({ place }) => !leaveOneOut || place !== row)
        .sort((a, b) => a.distance - b.distance || a.place - b.place);
      for (let at = 0; at < k; at++) {
        indices[row * k + at] = found[at].place;
        distances[row * k + at] = found[at].distance;
      }
    }
    return { count: rows.length, k, indices, distances };
  };
}
