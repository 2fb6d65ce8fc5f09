import { type LayerDescription, parameterName } from '@sig/heads';

/** A layer's JSON beside its own weights, by the names of its parameters. */
export interface LayerWithWeights extends LayerDescription {
  readonly weights: Readonly<Record<string, Float32Array>>;
}

/** Gives each layer its weights, under names without its place and kind. */
export function withWeights(
  layers: readonly LayerDescription[],
  weights: Readonly<Record<string, Float32Array>>,
): LayerWithWeights[] {
  return layers.map((layer, place) => {
    const beginning = parameterName(place, layer, { name: '' });
    const own = Object.entries(weights)
      .filter(([name]) => name.startsWith(beginning))
      .map(([name, values]) => [name.slice(beginning.length), values]);
    return { ...layer, weights: Object.fromEntries(own) };
  });
}

/** The weights of layers by their names among all. */
export function joinWeights(layers: readonly LayerWithWeights[]): Record<string, Float32Array> {
  return Object.fromEntries(
    layers.flatMap((layer, place) =>
      Object.entries(layer.weights).map(([name, values]) => [
        parameterName(place, layer, { name }),
        values,
      ]),
    ),
  );
}

/** The JSON of layers alone. */
export function descriptions(layers: readonly LayerWithWeights[]): LayerDescription[] {
  return layers.map(({ kind, options }) => ({ kind, options }));
}
