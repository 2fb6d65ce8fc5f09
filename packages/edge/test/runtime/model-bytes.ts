import {
  architectureToJSON,
  createNetwork,
  type Layer,
  type Network,
  type Standardisation,
} from '@sig/heads';
import { createFeatures, type FeatureRecipe, recipeShape } from '@sig/image-paths';
import { type ClassifierModel, encodeModel } from '../../src/index.js';
import { seededIntegers } from '../seeded-random.js';

/** A network with random weights, biases and moments, over the features of a recipe. */
export function randomNetwork(
  recipe: FeatureRecipe,
  layers: readonly Layer[],
  seed: number,
  standardisation?: Standardisation,
): Network {
  const network = createNetwork({
    layers,
    inputShape: recipeShape(recipe),
    features: createFeatures(recipe),
    seed,
    standardisation,
  });
  const integer = seededIntegers(seed);
  for (const [name, values] of Object.entries(network.weights)) {
    if (/(bias|Bias|beta|mean)$/.test(name)) values.forEach(set(-0.5));
    if (/(gamma|variance)$/.test(name)) values.forEach(set(0.5));
  }
  function set(from: number) {
    return (_: number, at: number, values: Float32Array) => {
      values[at] = from + integer(1000) / 1000;
    };
  }
  return network;
}

/** A network as a model. */
export function modelOf(recipe: FeatureRecipe, network: Network): ClassifierModel {
  const classes = network.shapes[network.shapes.length - 1][0];
  return {
    kind: 'classifier',
    labels: Array.from({ length: classes }, (_, label) => `class ${label}`),
    recipe,
    architecture: architectureToJSON(network),
    weights: network.weights,
    standardisation: network.standardisation,
  };
}

/** A network as the bytes of a model file. */
export function bytesOf(recipe: FeatureRecipe, network: Network): Uint8Array {
  return encodeModel(modelOf(recipe, network));
}

/** Pixels of no meaning, smooth enough to look like an image to a network. */
export function randomPixels(size: number, seed: number): Uint8Array {
  const integer = seededIntegers(seed);
  let value = integer(256);
  return Uint8Array.from({ length: size }, () => {
    value = Math.min(255, Math.max(0, value + integer(61) - 30));
    return value;
  });
}
