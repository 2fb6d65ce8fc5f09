import { architectureToJSON, cnn1dHead, createNetwork } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { encodeModel, productLayers, quantizeModel } from '../dist/index.js';

/**
 * The bytes of the published CNN1D model on 64×64 images (rows, depth 4, two classes) with random
 * weights, which cost what trained ones do.
 *
 * @param {{ seed?: number, mode?: 'float32' | 'dynamic-int8' | 'int8' }} [options]
 */
export function publishedModel({ seed = 1, mode = 'float32' } = {}) {
  const recipe = defaultRecipe({ width: 64, height: 64, depth: 4 });
  const inputShape = recipeShape(recipe);
  const network = createNetwork({ layers: cnn1dHead(inputShape, 2), inputShape, seed });
  const architecture = architectureToJSON(network);
  const { weights } = network;
  const labels = ['no', 'yes'];
  const model = /** @type {const} */ ({
    kind: 'classifier',
    labels,
    recipe,
    architecture,
    weights,
  });
  if (mode === 'float32') return encodeModel(model);
  if (mode === 'dynamic-int8') return encodeModel(quantizeModel(model, { mode }));
  const range = { scale: Math.fround(0.05), zeroPoint: 0 };
  const names = productLayers(architecture);
  const activations = Object.fromEntries(names.map((name) => [name, range]));
  return encodeModel(quantizeModel(model, { mode, activations }));
}
