import { knn } from './knn.js';
import { prototypeSimilarity } from './prototype-similarity.js';
import type { RuntimeLayer } from './runtime-layer.js';

/**
 * The layers of this package for `@sig/edge/runtime`, by their kind.
 *
 * @example
 * const classifier = createClassifier(bytes, { layers });
 */
export const layers: Readonly<Record<'knn' | 'prototypeSimilarity', RuntimeLayer>> = {
  knn,
  prototypeSimilarity,
};
