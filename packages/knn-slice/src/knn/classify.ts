import { type Ballot, countVotes } from './count-votes.js';
import { type FindNeighboursOptions, findNeighbours } from './find-neighbours.js';
import type { Knn } from './knn.js';

/**
 * The class of each query [count, width] and the shares of the votes.
 *
 * @throws RangeError where `findNeighbours` would.
 *
 * @example
 * const { labels, probabilities } = await classify(knn, queries, { threads: 2 });
 */
export async function classify(
  knn: Knn,
  queries: Float32Array,
  options: FindNeighboursOptions = {},
): Promise<Ballot> {
  return countVotes(knn, await findNeighbours(knn, queries, options));
}
