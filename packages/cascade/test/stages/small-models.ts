import { type ClassifierModel, createModelNetwork } from '@sig/edge';
import { architectureToJSON, createNetwork, dense, flatten } from '@sig/heads';
import { defaultRecipe, type ImageSet, recipeShape } from '@sig/image-paths';
import { networkStage, type Stage } from '../../src/index.js';

export const classes = ['cat', 'dog', 'fox'];

/** A model with random weights, as a file would hold it. */
export function smallModel(side: number, seed: number): ClassifierModel {
  const recipe = defaultRecipe({ width: side, height: side, depth: 2 });
  const inputShape = recipeShape(recipe);
  const network = createNetwork({ layers: [flatten(), dense(3)], inputShape, seed });
  const architecture = architectureToJSON(network);
  return { kind: 'classifier', labels: classes, recipe, architecture, weights: network.weights };
}

export function modelStage(name: string, model: ClassifierModel, threads = 1): Stage {
  return networkStage(createModelNetwork(model), model.recipe, {
    name,
    classes: model.labels,
    threads,
  });
}

/** Images of one colour each with some noise. */
export function someImages(count: number, side: number): ImageSet {
  const pixels = Uint8Array.from({ length: count * side * side * 3 }, (_, at) => {
    const image = Math.floor(at / (side * side * 3));
    return (37 * image * (1 + (at % 3)) + ((at * at) % 97)) % 256;
  });
  const labels = Int32Array.from({ length: count }, (_, image) => image % 3);
  return { width: side, height: side, channels: 3, count, pixels, labels };
}
