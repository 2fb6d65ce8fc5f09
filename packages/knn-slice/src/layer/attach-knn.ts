import type { Network } from '@sig/heads';
import type { Features } from '@sig/kernels';
import type { Knn } from '../knn/knn.js';
import type { FittedReferences } from '../references/fit-references.js';
import { appendLayers } from './append-layers.js';
import { knnLayer } from './knn-layer.js';
import { projectionLayer } from './projection-layer.js';
import { requireFeatures } from './require-features.js';

export interface AttachOptions {
  /** What makes the network's input of bytes, where it has none of its own. */
  features?: Features;
}

/**
 * A feature net with a k-NN on its activations, as one network [classes] that `predict` runs and a model
 * file holds; where the k-NN has a projection, as `fitReferences` gives them, that is a dense layer between
 * them. The references are put in the order of their classes, each class in the order it has; of equally
 * near references the first in this order is nearer.
 *
 * @throws RangeError when the network does not put out [width] as the projection or the references take it,
 * the projection not the references' width, or the k-NN takes no layer (`knnLayer`).
 *
 * @example
 * const network = createFeatureNet();
 * const engine = attachKnn(network, await fitReferences(network, train, { shifts, discriminants }));
 * const plain = attachKnn(network, createKnn(await extractFeatures(network, images), labels));
 */
export function attachKnn(
  network: Network,
  given: Knn | FittedReferences,
  { features }: AttachOptions = {},
): Network {
  const { knn, projection = undefined } = 'knn' in given ? given : { knn: given };
  const { k, vote, width } = knn;
  const { references, counts } = inClassOrder(knn);
  requireFeatures(network, { projection, width });
  const last = { layer: knnLayer({ counts, k, vote }), weights: { references } };
  const added = projection ? [projectionLayer(projection), last] : [last];
  return appendLayers(network, added, features);
}

function inClassOrder({ references, labels, count, width, classes }: Knn) {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label]++;
  const next = counts.map((_, label) => counts.slice(0, label).reduce((sum, n) => sum + n, 0));
  const ordered = new Float32Array(references.length);
  for (let index = 0; index < count; index++) {
    const row = references.subarray(index * width, (index + 1) * width);
    ordered.set(row, next[labels[index]]++ * width);
  }
  return { references: ordered, counts };
}
