import { createNetwork, type Network, parameterName } from '@sig/heads';
import { createKnn } from '../knn/create-knn.js';
import type { Knn, Vote } from '../knn/knn.js';

/** A network taken apart: what makes the features, and the k-NN on them. */
export interface DetachedKnn {
  readonly network: Network;
  readonly knn: Knn;
}

/**
 * Takes a network that ends in a k-NN apart, as `attachKnn` put it together.
 *
 * @throws RangeError where the last layer is no k-NN, or the only one.
 *
 * @example
 * const { knn } = detachKnn(createModelNetwork(model, { layers: knnLayers }));
 */
export function detachKnn({
  layers,
  inputShape,
  shapes,
  weights,
  features,
  standardisation,
}: Network): DetachedKnn {
  const end = layers.length - 1;
  const last = layers[end];
  if (last.kind !== 'knn' || end === 0) {
    throw new RangeError(`the last of several layers must be a knn, got ${last.kind}`);
  }
  const [parameter] = last.parameters(shapes[end - 1]);
  const references = weights[parameterName(end, last, parameter)];
  const { counts, k, vote } = last.options as { counts: readonly number[]; k: number; vote: Vote };
  const labels = counts.flatMap((count, label) => new Array<number>(count).fill(label));
  const before = createNetwork({
    layers: layers.slice(0, end),
    inputShape,
    features,
    weights,
    standardisation,
  });
  return {
    network: before,
    knn: createKnn(references, labels, { k, vote, classes: counts.length }),
  };
}
