import { type ClassifierModel, decodeModel, encodeModel } from '@sig/edge';
import { architectureToJSON, createNetwork, learnedFieldHead } from '@sig/heads';
import { createFeatures, defaultRecipe, type Image } from '@sig/image-paths';
import { expect, test } from 'vitest';
import { elementsOf } from '../../../../test/elements.js';
import { drawVisualization } from '../../src/visualization/draw-visualization.js';
import { learnedFeatures } from '../../src/visualization/learned-features.js';

const SIDE = 12;

/** A learned field whose paths are tanh of red, green and blue: the middle of each kernel is 1. */
function model(pool: 'mean' | 'attention' = 'mean'): ClassifierModel {
  const recipe = defaultRecipe({ width: SIDE, height: SIDE, transform: 'pixels' });
  const features = createFeatures(recipe);
  const options = { paths: 3, window: 4, stride: 2, widths: [8], strides: [], pool };
  const layers = learnedFieldHead(features.shape, 2, options);
  const network = createNetwork({ layers, features, seed: 1 });
  const [kernel] = Object.keys(network.weights).filter((name) => /conv2d\.kernel/.test(name));
  const middle = new Float32Array(9 * 3 * 3);
  for (let channel = 0; channel < 3; channel++) middle[4 * 9 + channel * 3 + channel] = 1;
  const content = {
    ...({ kind: 'classifier', labels: ['a', 'b'], recipe } as const),
    architecture: architectureToJSON(network),
    weights: { ...network.weights, [kernel]: middle },
  };
  const read = decodeModel(encodeModel(content));
  if (read.kind !== 'classifier') throw new Error('a classifier was written');
  return read;
}

const image: Image = {
  ...{ width: SIDE, height: SIDE, channels: 3 },
  data: Uint8Array.from({ length: 3 * SIDE * SIDE }, (_, at) => (at * 37) % 256),
};

test('learned paths are what the layers in front of the field make of an image', async () => {
  const found = await learnedFeatures(model(), image);
  expect(found?.paths.shape).toEqual([SIDE, SIDE, 3]);
  for (const [at, value] of Array.from(found?.paths.values ?? []).entries()) {
    expect(value).toBeCloseTo(Math.tanh(image.data[at] / 255), 5);
  }
  expect(found?.field.shape).toEqual([5, 5, 30]);
  expect(found?.field.groups.map(({ name, start }) => [name, start])).toEqual([
    ['rows, level 1', 0],
    ['rows, level 2', 3],
    ['columns, level 1', 12],
    ['columns, level 2', 15],
    ['mean', 24],
    ['deviation', 27],
  ]);
  // The mean of the first window, 4 × 4 pixels.
  let mean = 0;
  for (let y = 0; y < 4; y++) {
    for (let x = 0; x < 4; x++) mean += Math.tanh(image.data[3 * (SIDE * y + x)] / 255) / 16;
  }
  expect(found?.field.values[24]).toBeCloseTo(mean, 5);
});

test('they are drawn in place of the pixels, a map for each path and each word', async () => {
  const { recipe } = model();
  const learned = await learnedFeatures(model(), image);
  const elements = elementsOf(await drawVisualization(image, recipe, { title: 'a', learned }));
  const maps = elements.filter(({ attributes }) => 'data-word' in attributes);
  const ofGroup = (name: string) =>
    maps
      .filter(({ attributes }) => attributes['data-group'] === name)
      .map(({ attributes }) => attributes['data-word']);
  expect(ofGroup('learned paths')).toEqual(['1', '2', '3']);
  expect(ofGroup('columns, level 2')).toEqual('11 12 13 21 22 23 31 32 33'.split(' '));
  expect(maps).toHaveLength(3 + 30);
});

test('a model with attention shows which places count, over the image', async () => {
  const given = model('attention');
  const kernel = Object.keys(given.weights).find((name) => name.endsWith('sequencePool.kernel'));
  given.weights[String(kernel)].fill(3);
  const learned = await learnedFeatures(given, image);
  expect(learned?.attention).toMatchObject({ width: 5, height: 5 });
  const values = Array.from(learned?.attention?.values ?? []);
  expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 4);
  expect(Math.max(...values)).toBeGreaterThan(0.1);
  const drawn = await drawVisualization(image, given.recipe, { title: 'a', learned });
  const elements = elementsOf(drawn);
  const groups = elements.map(({ attributes }) => attributes['data-group']);
  expect(groups.filter((name) => name === 'attention')).toHaveLength(1);
  expect(elements.map(({ text }) => text).join(' ')).toMatch(
    /Attention is how many times the mean/,
  );
  expect((await learnedFeatures(model(), image))?.attention).toBeUndefined();
});

test('a model without a signature field has none', async () => {
  const recipe = defaultRecipe({ width: SIDE, height: SIDE, transform: 'pixels' });
  const features = createFeatures(recipe);
  const layers = learnedFieldHead(features.shape, 2, { widths: [8], strides: [] });
  const plain = layers.filter(({ kind }) => kind !== 'signatureField');
  const network = createNetwork({ layers: plain, features });
  const architecture = architectureToJSON(network);
  const { weights } = network;
  const without = {
    kind: 'classifier',
    labels: ['a', 'b'],
    recipe,
    architecture,
    weights,
  } as const;
  expect(await learnedFeatures(without, image)).toBeUndefined();
});
