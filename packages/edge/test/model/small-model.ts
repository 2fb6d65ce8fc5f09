import { architectureToJSON, createNetwork, fcHead } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import type { ClassifierModel } from '../../src/index.js';

/** A model of two classes on 8×6 images. */
export function smallModel(): ClassifierModel {
  const recipe = defaultRecipe({ width: 8, height: 6, depth: 2 });
  const inputShape = recipeShape(recipe);
  const layers = fcHead(inputShape, 2, { hidden: 3 });
  const network = createNetwork({ layers, inputShape, seed: 4 });
  const columns = inputShape[1];
  return {
    kind: 'classifier',
    labels: ['köter', 'cat'],
    recipe,
    architecture: architectureToJSON(network),
    weights: network.weights,
    standardisation: {
      mean: new Float32Array(columns).fill(0.25),
      scale: new Float32Array(columns).fill(2),
    },
    training: { epochs: 3, validationAccuracy: 0.5, folder: 'pets' },
  };
}
