import { type Layer, parameterName, type Shape } from '@sig/heads';

/** A layer's weights by the names of its parameters, each with its shape. */
export type LayerWeights = Readonly<Record<string, LayerWeight>>;

export interface LayerWeight {
  /** In the file. */
  readonly name: string;
  readonly shape: Shape;
  readonly data: Float32Array;
}

/**
 * The weights of a layer out of those of its model.
 *
 * @param prefix of a layer inside another: that one's name and a dot.
 */
export function layerWeights(
  layer: Layer,
  place: number,
  inputShape: Shape,
  weights: Readonly<Record<string, Float32Array>>,
  prefix = '',
): LayerWeights {
  return Object.fromEntries(
    layer.parameters(inputShape).map((parameter) => {
      const name = prefix + parameterName(place, layer, parameter);
      return [parameter.name, { name, shape: parameter.shape, data: weights[name] }];
    }),
  );
}
