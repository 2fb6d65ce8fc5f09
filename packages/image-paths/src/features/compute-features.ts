import { createEngine, type Engine, type KernelCall } from '@sig/kernels';
import { signatureWorkspaceBytes } from '@sig/kernels/signature';
import ndarray from 'ndarray';
import { fitImage } from '../image/fit-image.js';
import type { RawImage } from '../image/image.js';
import { createFeatures } from './create-features.js';
import type { FeatureRecipe } from './feature-recipe.js';
import { pathChannels } from './recipe-shape.js';

export interface ComputeFeaturesOptions {
  /** An engine with the signature kernels loaded; one is made for the call when left out. */
  engine?: Engine;
}

/**
 * The features of one image, [streams, words], in the precision of the engine (float32 when left
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
  const [streams, words] = features.shape;
  // Workspace must outlive this call: the engine keeps it for the next one.
  engine.reserveWorkspace(signatureWorkspaceBytes(pathChannels(recipe), recipe.depth));
  const mark = engine.mark();
  try {
    const input = engine.allocate(features.inputBytes);
    const output = engine.allocateReals(streams * words);
    engine.bytesAt(input, features.inputBytes).set(data);
    const program: KernelCall[] = [];
    features.push(program, engine, input, output, 1);
    engine.run([program]);
    return ndarray(engine.realsAt(output, streams * words).slice(), [streams, words]);
  } finally {
    engine.release(mark);
  }
}
