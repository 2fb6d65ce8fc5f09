import type { Knn, Neighbours } from './knn.js';

/** The shares of the votes and the class that has most of them. */
export interface Ballot {
  /** [count, classes], each row with the sum 1. */
  readonly probabilities: Float32Array;
  /** [count] */
  readonly labels: Int32Array;
}

/**
 * Lets neighbours vote. With 'distance' a neighbour's vote is 1 / distance, and where some are at
 * distance 0, they alone vote. A tie goes to the class whose nearest neighbour is nearest, and of
 * equally near ones to that which comes first in the reference set.
 *
 * @example
 * const { labels } = countVotes(knn, await findNeighbours(knn, queries));
 */
export function countVotes(
  { labels: known, classes, vote }: Pick<Knn, 'labels' | 'classes' | 'vote'>,
  { count, k, indices, distances }: Neighbours,
): Ballot {
  const probabilities = new Float32Array(count * classes);
  const labels = new Int32Array(count);
  const shares = new Float64Array(classes);
  for (let row = 0; row < count; row++) {
    shares.fill(0);
    const first = row * k;
    const exact = distances[first] === 0;
    let total = 0;
    for (let place = first; place < first + k; place++) {
      const distance = distances[place];
      const weight = vote === 'majority' ? 1 : exact ? +(distance === 0) : 1 / distance;
      shares[known[indices[place]]] += weight;
      total += weight;
    }
    let winner = known[indices[first]];
    for (let place = first + 1; place < first + k; place++) {
      const label = known[indices[place]];
      if (shares[label] > shares[winner]) winner = label;
    }
    labels[row] = winner;
    for (let label = 0; label < classes; label++) {
      probabilities[row * classes + label] = shares[label] / total;
    }
  }
  return { probabilities, labels };
}
