import type { Layer, LayerOptions } from '@sig/heads';
import { type KnnLayerOptions, knnLayer } from './knn-layer.js';

/**
 * How the layers of this package are made from a model file, by their kind: what `decodeModel`,
 * `encodeModel`, `createModelNetwork` and `layersFromJSON` take as layers of one's own.
 *
 * @example
 * const model = decodeModel(bytes, { layers: knnLayers });
 */
export const knnLayers: Readonly<Record<'knn', (options: LayerOptions) => Layer>> = {
  // It looks at every option itself, whatever the file says.
  knn: ({ counts, k, vote }) =>
    knnLayer({ counts, k: k ?? Number.NaN, vote: vote ?? '' } as KnnLayerOptions),
};
