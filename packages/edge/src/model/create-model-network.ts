import { createNetwork, layersFromJSON, type Network } from '@sig/heads';
import { createFeatures } from '@sig/image-paths';
import { integerLayer } from '../quantization/integer-layer.js';
import { mapProductLayers } from '../quantization/map-product-layers.js';
import { productLayers } from '../quantization/product-layers.js';
import type { ClassifierModel, OwnLayers } from './model.js';

/**
 * The network of a model, ready to predict from pixels as the file says: one in the mode `int8`
 * computes its product layers in integers, by a plain reference on one thread, and cannot be trained.
 *
 * @throws RangeError where the model's parts do not fit together.
 *
 * @example
 * const probabilities = await predict(createModelNetwork(decodeModel(bytes)), pixels);
 */
export function createModelNetwork(model: ClassifierModel, own: OwnLayers = {}): Network {
  const { architecture, recipe, standardisation, quantization } = model;
  const features = createFeatures(recipe);
  const { activations } = quantization ?? {};
  if (quantization === undefined || activations === undefined) {
    const layers = layersFromJSON(architecture, own.layers);
    return createNetwork({ layers, features, weights: model.weights, standardisation });
  }
  const layers = mapProductLayers(
    architecture,
    (layer, name) => integerLayer(layer, activations[name]),
    own.layers,
  );
  const weights: Record<string, ArrayLike<number>> = { ...model.weights };
  for (const name of productLayers(architecture)) {
    const { data, scale } = quantization.kernels[`${name}.kernel`];
    weights[`${name}.kernel`] = data;
    weights[`${name}.kernel.scale`] = scale;
  }
  return createNetwork({ layers, features, weights, standardisation });
}
