import {
  avgPool2d,
  batchNorm,
  cnn1dHead,
  conv1d,
  conv2d,
  dense,
  depthwiseConv2d,
  dropout,
  fcHead,
  fieldHead,
  flatten,
  gelu,
  globalAvgPool2d,
  type Layer,
  layerNorm,
  maxPool1d,
  maxPool2d,
  multiHeadAttention,
  predict,
  relu,
  reshape,
  residual,
  separableHead,
  sequencePool,
  softmax,
  transformerHead,
} from '@sig/heads';
import { defaultRecipe, fitImage, recipeShape } from '@sig/image-paths';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/runtime/index.js';
import { seededIntegers } from '../seeded-random.js';
import { bytesOf, randomNetwork, randomPixels } from './model-bytes.js';

/** The largest difference from what `@sig/heads` predicts for the same pixels. */
async function difference(
  recipe: ReturnType<typeof defaultRecipe>,
  layers: readonly Layer[],
  seed: number,
  standardised = false,
): Promise<number> {
  const shape = recipeShape(recipe);
  const columns = shape[shape.length - 1];
  const integer = seededIntegers(seed);
  const numbers = (from: number) =>
    Float32Array.from({ length: columns }, () => from + integer(100) / 100);
  const standardisation = standardised ? { mean: numbers(-0.5), scale: numbers(0.5) } : undefined;
  const network = randomNetwork(recipe, layers, seed, standardisation);
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const pixels = randomPixels(recipe.width * recipe.height * channels, seed);
  const expected = await predict(network, pixels);
  const { width, height } = recipe;
  const classifier = createClassifier(bytesOf(recipe, network));
  const { probabilities } = classifier.classify({ width, height, data: pixels });
  return Math.max(...probabilities.map((p, k) => Math.abs(p - expected[k])));
}

const pixels = (size: number) =>
  defaultRecipe({ width: size, height: size, transform: 'pixels', direction: 'rows' });

describe('a classifier says what @sig/heads predicts', () => {
  const recipe = defaultRecipe({ width: 24, height: 22 });
  const shape = recipeShape(recipe);

  it.each<[string, () => readonly Layer[], ReturnType<typeof defaultRecipe>]>([
    ['the convolutional head', () => cnn1dHead(shape, 3), recipe],
    ['the dense head', () => fcHead(shape, 2), recipe],
    ['the transformer head', () => transformerHead([64, 120], 2), defaultRecipe()],
    [
      'the separable head on pixels',
      () => [reshape([32, 32, 3]), ...separableHead([32, 32, 3], 4)],
      pixels(32),
    ],
    [
      'the head on fields',
      () => fieldHead([7, 7, 30], 3, { widths: [8, 12] }),
      defaultRecipe({ transform: 'field', width: 32, height: 32 }),
    ],
    [
      'convolutions over images with every stride and margin',
      () => [
        reshape([16, 16, 3]),
        conv2d(5, { size: 3, stride: 2, padding: 1, activation: 'relu' }),
        batchNorm(),
        conv2d(9, { size: 2, stride: 1, padding: 0, bias: false }),
        batchNorm(),
        relu(),
        conv2d(4, { size: 1, stride: 2 }),
        depthwiseConv2d({ size: 3, stride: 1, padding: 2, bias: true }),
        relu(),
        avgPool2d(2),
        flatten(),
        dense(3),
      ],
      pixels(16),
    ],
    [
      'pools and normalisation in front',
      () => [
        batchNorm(),
        reshape([12, 12, 3]),
        maxPool2d(2),
        relu(),
        globalAvgPool2d(),
        batchNorm(),
        dense(2),
      ],
      pixels(12),
    ],
    [
      'a normalisation of other channels than those of the product before it',
      () => [flatten(), dense(6), reshape([2, 3]), batchNorm(), relu(), flatten(), dense(3)],
      pixels(4),
    ],
    [
      'attention, residuals and what belongs to them',
      () => [
        conv1d(6, { size: 2 }),
        residual([layerNorm(), multiHeadAttention(3, { keySize: 5 })]),
        residual([layerNorm(), conv1d(7, { size: 1 }), gelu(), conv1d(6, { size: 1 })]),
        maxPool1d(2),
        dropout(0.5),
        sequencePool(),
        dense(4),
        softmax(),
      ],
      recipe,
    ],
  ])('with %s', async (_, layers, of) => {
    expect(await difference(of, layers(), 7)).toBeLessThan(1e-5);
    expect(await difference(of, layers(), 8, true)).toBeLessThan(1e-5);
  });

  it('for every recipe', async () => {
    const recipes = fc.record({
      width: fc.integer({ min: 1, max: 20 }),
      height: fc.integer({ min: 1, max: 20 }),
      channels: fc.constantFrom('rgb' as const, 'grey' as const),
      direction: fc.constantFrom('rows' as const, 'columns' as const, 'both' as const),
      depth: fc.integer({ min: 1, max: 5 }),
      time: fc.boolean(),
      basepoint: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(recipes, fc.integer({ min: 1, max: 9 }), fc.nat(), async (of, n, seed) => {
        const layers = [flatten(), dense(n, { activation: 'relu' }), dense(2)];
        expect(await difference(defaultRecipe(of), layers, seed % 1e6)).toBeLessThan(1e-5);
      }),
      { numRuns: 60 },
    );
    for (const direction of ['rows', 'columns', 'both'] as const) {
      const of = defaultRecipe({ width: 7, height: 7, transform: 'pixels', direction });
      expect(await difference(of, [flatten(), dense(3)], 5)).toBeLessThan(1e-5);
    }
  });

  it('for every field', async () => {
    const recipes = fc
      .record({
        width: fc.integer({ min: 2, max: 20 }),
        height: fc.integer({ min: 2, max: 20 }),
        channels: fc.constantFrom('rgb' as const, 'grey' as const),
        direction: fc.constantFrom('rows' as const, 'columns' as const, 'both' as const),
        depth: fc.integer({ min: 1, max: 4 }),
        time: fc.boolean(),
        moments: fc.boolean(),
        stride: fc.integer({ min: 1, max: 9 }),
      })
      .chain((of) =>
        fc
          .record({ window: fc.integer({ min: 2, max: Math.min(of.width, of.height) }) })
          .map(({ window }) => defaultRecipe({ ...of, window, transform: 'field' })),
      );
    await fc.assert(
      fc.asyncProperty(recipes, fc.boolean(), fc.nat(), async (of, standardised, seed) => {
        const layers = [conv2d(3, { size: 1 }), flatten(), dense(2)];
        expect(await difference(of, layers, seed % 1e6, standardised)).toBeLessThan(1e-5);
      }),
      { numRuns: 60 },
    );
  });

  it('for products of every size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          width: fc.integer({ min: 2, max: 9 }),
          height: fc.integer({ min: 2, max: 13 }),
          filters: fc.integer({ min: 1, max: 19 }),
          size: fc.integer({ min: 1, max: 3 }),
          seed: fc.nat({ max: 1e6 }),
        }),
        async ({ width, height, filters, size, seed }) => {
          const of = defaultRecipe({ width, height, depth: 2 });
          const window = Math.min(size, height);
          const layers = [conv1d(filters, { size: window }), flatten(), dense(2)];
          expect(await difference(of, layers, seed)).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a classifier', () => {
  const recipe = defaultRecipe({ width: 16, height: 12, depth: 3 });
  const network = randomNetwork(recipe, fcHead(recipeShape(recipe), 3, { hidden: 4 }), 3);
  const bytes = bytesOf(recipe, network);

  it('takes images of any size and number of channels, as fitImage brings them to its own', async () => {
    const classifier = createClassifier(bytes);
    for (const channels of [1, 2, 3, 4] as const) {
      const image = { width: 31, height: 40, channels, data: randomPixels(31 * 40 * channels, 5) };
      const fitted = fitImage(image, { width: 16, height: 12, channels: 3 });
      const expected = await predict(network, Uint8Array.from(fitted.data));
      const { probabilities, label, probability, labels } = classifier.classify(image);
      probabilities.forEach((p, k) => {
        expect(p).toBeCloseTo(expected[k], 5);
      });
      expect(label).toBe(labels[probabilities.indexOf(Math.max(...probabilities))]);
      expect(probability).toBe(Math.max(...probabilities));
    }
  });

  it('gives the same object again, and its memory does not grow', () => {
    const classifier = createClassifier(bytes);
    const data = randomPixels(16 * 12 * 3, 1);
    const first = classifier.classify({ width: 16, height: 12, data });
    const kept = [...first.probabilities];
    const { memoryBytes } = classifier;
    classifier.classify({ width: 50, height: 50, data: new Uint8Array(50 * 50 * 3) });
    expect([...first.probabilities]).not.toEqual(kept);
    expect(classifier.classify({ width: 16, height: 12, data })).toBe(first);
    expect([...first.probabilities]).toEqual(kept);
    expect(classifier.memoryBytes).toBe(memoryBytes);
  });

  it('of several models shares the features of those with one recipe', () => {
    const other = defaultRecipe({ width: 8, height: 8, depth: 2, channels: 'grey' });
    const moments = {
      mean: new Float32Array(39).fill(0.1),
      scale: new Float32Array(39).fill(3),
    };
    const layers = fcHead(recipeShape(recipe), 2, { hidden: 5 });
    const files = [
      bytes,
      bytesOf(recipe, randomNetwork(recipe, layers, 9, moments)),
      bytesOf(other, randomNetwork(other, fcHead(recipeShape(other), 2), 4)),
      bytes,
    ];
    const all = createClassifier(files);
    expect(all.featurePasses).toBe(2);
    const image = { width: 30, height: 30, data: randomPixels(2700, 8) };
    const together = all.classify(image);
    const alone = files.map((file) => createClassifier(file).classify(image));
    expect(together).toEqual(alone);
  });

  it('takes an ArrayBuffer, and bytes at any place of one', () => {
    const image = { width: 16, height: 12, data: randomPixels(576, 2) };
    const expected = createClassifier(bytes).classify(image);
    expect(createClassifier(Uint8Array.from(bytes).buffer).classify(image)).toEqual(expected);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(createClassifier(shifted.subarray(3)).classify(image)).toEqual(expected);
  });

  it('refuses what is no image in one line', () => {
    const classifier = createClassifier(bytes);
    const data = new Uint8Array(16 * 12 * 3);
    const wrong: [unknown, RegExp][] = [
      [null, /must be \{ width, height, data \}/],
      ['cat.jpg', /must be \{ width, height, data \}/],
      [{}, /no canvas/],
      [{ width: 0, height: 12, data }, /sides of an image/],
      [{ width: 1.5, height: 12, data }, /sides of an image/],
      [{ width: 16, height: 13, data }, /bytes a pixel/],
      [{ width: 16, height: 12, channels: 4, data }, /bytes a pixel, here 4/],
      [{ width: 16, height: 12, data: [...data] }, /Uint8Array/],
    ];
    for (const [image, message] of wrong) {
      expect(() => classifier.classify(image as never)).toThrow(message);
    }
    expect(classifier.classify({ width: 16, height: 12, data }).labels).toHaveLength(3);
  });
});
