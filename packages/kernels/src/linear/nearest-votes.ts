import type { KernelCall } from '../kernel-module.js';

export interface NearestVotesOptions {
  /** [rows, width] */
  queries: number;
  rows: number;
  /** [count, width] */
  references: number;
  count: number;
  width: number;
  /** [count], the references' squared lengths. */
  offsets: number;
  /** [rows, kept], what `smallest` made of offsets - 2 · queries · referencesᵀ. */
  values: number;
  indices: number;
  /** Candidates: at least k, at most `count`. */
  kept: number;
  /** [count] reals, from 0 to classes - 1. */
  labels: number;
  classes: number;
  k: number;
  /** A vote weighs 1 / distance; where some are at distance 0, they alone vote (false). */
  byDistance?: boolean;
  /** `nearestVotesBytes` of scratch. */
  room: number;
  /** [rows, classes] */
  logits: number;
}

/** Bytes of scratch. */
export function nearestVotesBytes(k: number, classes: number): number {
  return 12 * k + 8 * classes;
}

/**
 * Ranks candidates by distances in double precision (of equally near ones the first is nearer), lets the
 * k nearest vote, and gives the logarithm of each class's share, -100 for none: their softmax is the
 * shares. A tie goes to the class whose nearest neighbour is nearest; it leads by 2^-16.
 */
export function nearestVotes(options: NearestVotesOptions): KernelCall {
  const { queries, rows, references, count, width, offsets, values, indices, kept } = options;
  const { labels, classes, k, byDistance = false, room, logits } = options;
  return [
    'nearestVotes',
    queries,
    rows,
    references,
    count,
    width,
    offsets,
    values,
    indices,
    kept,
    labels,
    classes,
    k,
    +byDistance,
    room,
    logits,
  ];
}
