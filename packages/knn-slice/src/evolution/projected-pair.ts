import type { Engine } from '@sig/kernels';
import { project } from '../projection/project.js';
import type { Projection } from '../projection/projection.js';
import { rowsAt } from '../projection/rows-at.js';
import type { FeaturePair } from './column-search.js';
import { mapPair } from './map-pair.js';

/** A pair under a projection; without one it is what it was. */
export async function projectPair(
  engine: Engine,
  pair: FeaturePair,
  projection: Projection | undefined,
): Promise<FeaturePair> {
  if (projection === undefined) return pair;
  const { length } = projection.bias;
  return mapPair(pair, length, (matrix) => project(projection, matrix, { engine }));
}

/** What a projection does to the columns of some filters; its bias is kept. */
export function rowsOf(
  { weight, bias }: Projection,
  filters: number,
  chosen: readonly number[],
): Projection {
  const outputs = bias.length;
  const positions = weight.length / outputs / filters;
  const rows = Array.from({ length: positions }, (_, position) =>
    chosen.map((filter) => position * filters + filter),
  );
  return { weight: rowsAt(weight, rows.flat(), outputs), bias };
}

/** A projection without its bias. */
export function unbiased({ weight, bias }: Projection): Projection {
  return { weight, bias: new Float32Array(bias.length) };
}

/** The sums of the features of two pairs of one width. */
export function addPairs(a: FeaturePair, b: FeaturePair): FeaturePair {
  const references = a.references.map((value, at) => value + b.references[at]);
  const queries =
    a.queries === a.references ? references : a.queries.map((value, at) => value + b.queries[at]);
  return { references, queries, width: a.width };
}
