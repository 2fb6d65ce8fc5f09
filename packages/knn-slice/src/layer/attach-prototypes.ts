import type { Network } from '@sig/heads';
import { createKnn } from '../knn/create-knn.js';
import type { Vote } from '../knn/knn.js';
import type { Prototypes } from '../prototypes/prototypes.js';
import { scoreLayers } from '../prototypes/score-layers.js';
import { appendLayers } from './append-layers.js';
import { type AttachOptions, attachKnn } from './attach-knn.js';
import { requireFeatures } from './require-features.js';

export interface AttachPrototypesOptions extends AttachOptions {
  /** Of prototypes with labels: neighbours that vote (1). */
  k?: number;
  vote?: Vote;
}

/**
 * A feature net with prototypes in place of all references, as one network [classes] that `predict` runs
 * and a model file holds: their projection as a dense layer, then a k-NN, or where they have scores
 * `prototypeSimilarity`, a softmax and the scores as a dense layer. Gives what `scoreByPrototypes` gives.
 *
 * @throws RangeError when the network does not put out what the prototypes take.
 *
 * @example
 * const engine = attachPrototypes(network, await condense({ features, labels }));
 */
export function attachPrototypes(
  network: Network,
  prototypes: Prototypes,
  { k = 1, vote, features }: AttachPrototypesOptions = {},
): Network {
  const { projection, references, labels, classes, scores } = prototypes;
  requireFeatures(network, prototypes);
  if (scores !== undefined) {
    return appendLayers(network, scoreLayers({ ...prototypes, scores }), features);
  }
  const knn = createKnn(references, labels, { k, vote, classes });
  return attachKnn(network, { knn, projection }, { features });
}
