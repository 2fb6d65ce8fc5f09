import type { Knn } from './knn.js';

/** References whose distances to one query may be among the smallest, from the kernels. */
export interface Candidates {
  /** Ascending by `values`; -1 where there are no more. */
  readonly indices: Int32Array;
  /** The squared distances less the query's own square, in float32. */
  readonly values: ArrayLike<number>;
  /** Whether there are no references but these (and the one left out). */
  readonly complete: boolean;
}

/** A squared distance and its place, to be sorted. */
interface Ranked {
  readonly index: number;
  readonly square: number;
}

// Columns that the matrix product sums in a row before it adds them to the result.
const SUMMED = 256;

/**
 * The k nearest of the candidates by distances in float64.
 *
 * A distance from a product in float32 is wrong by at most (n + 8) · 2^-24 · (|a|² + |b|²), where n is
 * the number of additions in a row (Higham 2002, "Accuracy and Stability of Numerical Algorithms",
 * section 3.1). Where a reference that is no candidate could be nearer than the k-th by this bound, all
 * are looked at.
 */
export function rankExactly(
  { references, count, width }: Pick<Knn, 'references' | 'count' | 'width'>,
  query: Float32Array,
  { indices, values, complete }: Candidates,
  { k, largest, leaveOut }: { k: number; largest: number; leaveOut: number },
): Ranked[] {
  const squareTo = (index: number): Ranked => {
    let square = 0;
    for (let i = 0, at = index * width; i < width; i++, at++) {
      const difference = query[i] - references[at];
      square += difference * difference;
    }
    return { index, square };
  };
  const nearest = (places: ArrayLike<number>): Ranked[] =>
    Array.from(places, squareTo)
      .sort((a, b) => a.square - b.square || a.index - b.index)
      .slice(0, k);

  const ranked = nearest(indices.filter((index) => index >= 0));
  if (complete) return ranked;
  let own = 0;
  for (let i = 0; i < width; i++) own += query[i] * query[i];
  const additions = Math.min(width, SUMMED) + Math.ceil(width / SUMMED) + 8;
  const bound = additions * 2 ** -24 * (own + largest);
  const others = values[values.length - 1] + own - bound;
  if (ranked.length === k && ranked[k - 1].square < others) return ranked;
  return nearest(Array.from({ length: count }, (_, at) => at).filter((at) => at !== leaveOut));
}
