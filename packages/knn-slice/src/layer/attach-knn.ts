import type { Network } from '@sig/heads';
import type { Features } from '@sig/kernels';
import type { Knn } from '../knn/knn.js';
import { appendLayers } from './append-layers.js';
import { knnLayer } from './knn-layer.js';

export interface AttachOptions {
  /** What makes the network's input of bytes, where it has none of its own. */
  features?: Features;
}

/**
 * A feature net with a k-NN on its activations, as one network [classes] that `predict` runs and a model
 * file holds. The references are put in the order of their classes, each class in the order it has; of
 * equally near references the first in this order is nearer.
 *
 * @throws RangeError when the network does not put out [width] as the references have it, or the k-NN
 * takes no layer (`knnLayer`).
 *
 * @example
 * const network = createFeatureNet();
 * const knn = createKnn(await extractFeatures(network, train.pixels), train.labels);
 * const engine = attachKnn(network, knn);
 */
export function attachKnn(network: Network, knn: Knn, { features }: AttachOptions = {}): Network {
  const { k, vote, width } = knn;
  const shape = network.shapes[network.shapes.length - 1];
  if (`${shape}` !== `${width}`) {
    throw new RangeError(`the references must be of width ${shape} as the features, got ${width}`);
  }
  const { references, counts } = inClassOrder(knn);
  const layer = knnLayer({ counts, k, vote });
  return appendLayers(network, [{ layer, weights: { references } }], features);
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
