import type { ClassifierModel } from '@sig/edge';
import { createNetwork, layersFromJSON, type Network } from '@sig/heads';
import { createFeatures } from '@sig/image-paths';

/** The network of a model, ready to predict from pixels. */
export function modelNetwork(model: ClassifierModel): Network {
  return createNetwork({
    layers: layersFromJSON(model.architecture),
    features: createFeatures(model.recipe),
    weights: model.weights,
    standardisation: model.standardisation,
  });
}
