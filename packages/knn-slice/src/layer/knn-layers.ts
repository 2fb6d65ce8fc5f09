import type { Layer, LayerOptions } from '@sig/heads';
import { prototypeSimilarity } from '../prototypes/prototype-similarity.js';
import { type KnnLayerOptions, knnLayer } from './knn-layer.js';

/**
 * How the layers of this package are made from a model file, by their kind: what `decodeModel`,
 * `encodeModel`, `createModelNetwork` and `layersFromJSON` take as layers of one's own.
 *
 * @example
 * const model = decodeModel(bytes, { layers: knnLayers });
 */
export const knnLayers: Readonly<
  Record<'knn' | 'prototypeSimilarity', (options: LayerOptions) => Layer>
> = {
  // They look at every option themselves, whatever the file says.
  knn: ({ counts, k, vote }) => knnLayer({ counts, k, vote } as unknown as KnnLayerOptions),
  prototypeSimilarity: ({ count }) => prototypeSimilarity(count as number),
};
