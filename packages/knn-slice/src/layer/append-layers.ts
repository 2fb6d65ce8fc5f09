import { createNetwork, type Layer, type Network, parameterName } from '@sig/heads';
import type { Features } from '@sig/kernels';

/** A layer and its weights by the names of its parameters. */
export interface WeighedLayer {
  readonly layer: Layer;
  readonly weights: Readonly<Record<string, ArrayLike<number>>>;
}

/** A network with more layers behind its own. */
export function appendLayers(
  network: Network,
  added: readonly WeighedLayer[],
  features: Features | undefined = network.features,
): Network {
  const { layers, inputShape, standardisation } = network;
  return createNetwork({
    layers: [...layers, ...added.map(({ layer }) => layer)],
    inputShape,
    features,
    weights: { ...network.weights, ...namedWeights(added, layers.length) },
    standardisation,
  });
}

/** The weights of layers by their names in a network, the first of them at a place. */
export function namedWeights(
  added: readonly WeighedLayer[],
  first = 0,
): Record<string, ArrayLike<number>> {
  return Object.fromEntries(
    added.flatMap(({ layer, weights }, place) =>
      Object.entries(weights).map(([name, values]) => [
        parameterName(first + place, layer, { name }),
        values,
      ]),
    ),
  );
}
