import type { FeaturePair } from './column-search.js';

/** The same of references and queries, once where they are the same. */
export async function mapPair(
  pair: FeaturePair,
  width: number,
  map: (matrix: Float32Array) => Promise<Float32Array>,
): Promise<FeaturePair> {
  const references = await map(pair.references);
  const queries = pair.queries === pair.references ? references : await map(pair.queries);
  return { references, queries, width };
}
