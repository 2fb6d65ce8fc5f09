import { computeFeatures, defaultRecipe, type FeatureRecipe, recipeShape } from '@sig/image-paths';
import fc from 'fast-check';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { addFeatures } from '../../../src/export/onnx/feature-nodes.js';
import { encodeOnnx } from '../../../src/onnx/encode-onnx.js';
import { createGraphBuilder } from '../../../src/onnx/graph-builder.js';
import { sampleImages } from '../sample-models.js';

/** The features of an image by a graph of their own. */
async function featuresByOnnx(recipe: FeatureRecipe, data: Uint8Array): Promise<Float32Array> {
  const shape = [1, recipe.height, recipe.width, recipe.channels === 'rgb' ? 3 : 1];
  const pixels = { name: 'pixels', element: 'uint8', shape } as const;
  const graph = createGraphBuilder('features', pixels);
  const features = addFeatures(graph, recipe, pixels);
  expect(features.shape).toEqual(recipeShape(recipe));
  const bytes = encodeOnnx(graph.finish(features, 'features'));
  const session = await InferenceSession.create(bytes, { logSeverityLevel: 3 });
  const found = await session.run({ pixels: new Tensor('uint8', data, shape) });
  await session.release();
  return found.features.data as Float32Array;
}

const recipes = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 12 }),
    channels: fc.constantFrom('rgb' as const, 'grey' as const),
    direction: fc.constantFrom('rows' as const, 'columns' as const, 'both' as const),
    depth: fc.integer({ min: 1, max: 5 }),
    time: fc.boolean(),
    basepoint: fc.boolean(),
  })
  .map(defaultRecipe);

it('signatures of any recipe are those of the kernels, to float precision', async () => {
  await fc.assert(
    fc.asyncProperty(recipes, async (recipe) => {
      const channels = recipe.channels === 'rgb' ? 3 : 1;
      const data = sampleImages(recipe.width * recipe.height * channels, 1);
      const { width, height } = recipe;
      const expected = [...computeFeatures({ width, height, channels, data }, recipe).data];
      const found = await featuresByOnnx(recipe, data);
      const size = Math.max(1, ...expected.map(Math.abs));
      found.forEach((value, at) => {
        expect(Math.abs(value - expected[at]) / size).toBeLessThan(1e-5);
      });
    }),
    { numRuns: 40, seed: 3 },
  );
});
