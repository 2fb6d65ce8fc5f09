import { requireInteger } from '../arguments/require-integer.js';
import type { Vote } from '../knn/knn.js';

/** What a k-NN layer is made from, checked. */
export interface CheckedKnn {
  readonly counts: readonly number[];
  /** Of all classes. */
  readonly count: number;
  readonly k: number;
  readonly vote: Vote;
}

/** The most neighbours: what a thread holds of each sample follows from it. */
const MOST_NEIGHBOURS = 1024;

/**
 * The options of a k-NN layer, from wherever they come.
 *
 * @throws RangeError or TypeError, one line, for the first that makes no sense.
 */
export function checkKnnOptions({
  counts,
  k,
  vote,
}: Readonly<Record<'counts' | 'k' | 'vote', unknown>>): CheckedKnn {
  const count = countReferences(counts);
  const most = Math.min(count, MOST_NEIGHBOURS);
  if (typeof k !== 'number' || !Number.isInteger(k) || k < 1 || k > most) {
    const limit = most < count ? `${most}` : `the ${count} references`;
    throw new RangeError(`knn: k must be an integer from 1 to ${limit}, got ${k}`);
  }
  if (vote !== 'majority' && vote !== 'distance') {
    throw new TypeError(`knn: vote must be 'majority' or 'distance', got ${String(vote)}`);
  }
  return { counts: counts as readonly number[], count, k, vote };
}

/** All references; throws unless at least two classes have some. */
function countReferences(counts: unknown): number {
  if (!Array.isArray(counts)) {
    throw new TypeError(`knn: counts must be a list of numbers, one a class, got ${counts}`);
  }
  for (const [label, count] of counts.entries()) {
    requireInteger(`knn: counts[${label}]`, count, 0, 2 ** 24);
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  requireInteger('knn: the number of references', total, 0, 2 ** 24);
  if (counts.filter((count) => count > 0).length >= 2) return total;
  throw new RangeError(
    `knn: the reference set must have at least two classes, got counts [${counts.slice(0, 10).join(', ')}]`,
  );
}
