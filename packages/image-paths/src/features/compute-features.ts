import { createEngine, type Engine, type KernelCall } from '@sig/kernels';
import ndarray from 'ndarray';
import { fitImage } from '../image/fit-image.js';
import type { RawImage } from '../image/image.js';
import { createFeatures } from './create-features.js';
import type { FeatureRecipe } from './feature-recipe.js';
import { recipeKernels } from './recipe-kernels.js';

export interface ComputeFeaturesOptions {
  /** An engine with the recipe's kernels loaded (`createFeatures(recipe).modules`); one is made for the call when left out. */
  engine?: Engine;
}

/**
 * The features of one image, [streams, words] or of a field [down, across, words], in the precision of the engine (float32 when left
 * out). The image is brought to the recipe's size and channels first.
 *
 * @throws TypeError or RangeError where the image does not fit its bytes or `parseRecipe` throws.
 *
 * @example
 * const features = computeFeatures(image, defaultRecipe({ channels: 'rgb' }));
 * features.get(0, 2); // how much blue changed along the first row
 */
export function computeFeatures(
  image: RawImage,
  recipe: FeatureRecipe,
  options: ComputeFeaturesOptions = {},
): ndarray.NdArray<Float32Array | Float64Array> {
  const features = createFeatures(recipe);
  const { width, height, fit } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const { data } = fitImage(image, { width, height, channels, fit });
  const { engine = createEngine({ modules: features.modules }) } = options;
  const size = features.shape.reduce((product, extent) => product * extent, 1);
  // Workspace must outlive this call: the engine keeps it for the next one.
  engine.reserveWorkspace(recipeKernels(recipe).workspaceBytes);
  const mark = engine.mark();
  try {
    const input = engine.allocate(features.inputBytes);
    const output = engine.allocateReals(size);
    engine.bytesAt(input, features.inputBytes).set(data);
    const program: KernelCall[] = [];
    features.push(program, engine, input, output, 1);
    engine.run([program]);
    return ndarray(engine.realsAt(output, size).slice(), [...features.shape]);
  } finally {
    engine.release(mark);
  }
}
