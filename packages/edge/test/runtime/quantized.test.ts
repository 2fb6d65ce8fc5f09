import {
  conv1d,
  conv2d,
  createNetwork,
  dense,
  depthwiseConv2d,
  flatten,
  layersFromJSON,
  multiHeadAttention,
  predict,
  relu,
  reshape,
  sequencePool,
} from '@sig/heads';
import { createFeatures, defaultRecipe, recipeShape } from '@sig/image-paths';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeModel, encodeModel, quantizeModel } from '../../src/index.js';
import { createClassifier } from '../../src/runtime/index.js';
import {
  type IntegerWeights,
  integerConv2d,
  integerDense,
  rectified,
} from './integer-reference.js';
import { modelOf, randomNetwork, randomPixels } from './model-bytes.js';

describe.each(['dynamic-int8', 'float16'] as const)('a model kept in %s', (mode) => {
  it('gives the probabilities of the float32 weights that its numbers stand for', async () => {
    const recipe = defaultRecipe({ width: 20, height: 17, depth: 3 });
    const layers = [
      conv1d(13, { activation: 'relu' }),
      conv1d(6, { size: 2 }),
      multiHeadAttention(2, { keySize: 5 }),
      sequencePool(),
      dense(3),
    ];
    const network = randomNetwork(recipe, layers, 11, {
      mean: new Float32Array(recipeShape(recipe)[1]).fill(0.1),
      scale: new Float32Array(recipeShape(recipe)[1]).fill(1.5),
    });
    const bytes = encodeModel(quantizeModel(modelOf(recipe, network), { mode }));
    const model = decodeModel(bytes);
    const kept = createNetwork({
      layers: layersFromJSON(model.architecture),
      features: createFeatures(model.recipe),
      weights: model.weights,
      standardisation: model.standardisation,
    });
    const data = randomPixels(20 * 17 * 3, 4);
    const expected = await predict(kept, data);
    const { probabilities } = createClassifier(bytes).classify({ width: 20, height: 17, data });
    probabilities.forEach((p, k) => {
      expect(Math.abs(p - expected[k])).toBeLessThan(1e-5);
    });
  });
});

describe('a model kept in int8', () => {
  it('computes the very integers of the definition', () => {
    fc.assert(
      fc.property(
        fc.record({
          side: fc.integer({ min: 5, max: 9 }),
          filters: fc.integer({ min: 1, max: 11 }),
          size: fc.integer({ min: 1, max: 3 }),
          stride: fc.integer({ min: 1, max: 2 }),
          zeroPoint: fc.integer({ min: -128, max: 127 }),
          seed: fc.nat({ max: 1e6 }),
        }),
        ({ side, filters, size, stride, zeroPoint, seed }) => {
          const recipe = defaultRecipe({ width: side, height: side, transform: 'pixels' });
          const first = { size, stride, padding: size - 1 };
          const second = { size: 2, stride: 1, padding: 1 };
          const layers = [
            reshape([side, side, 3]),
            conv2d(filters, { ...first, bias: false }),
            relu(),
            depthwiseConv2d({ ...second, bias: true }),
            flatten(),
            dense(3),
          ];
          const model = quantizeModel(modelOf(recipe, randomNetwork(recipe, layers, seed)), {
            mode: 'int8',
            activations: {
              '1.conv2d': { scale: Math.fround(1 / 200), zeroPoint },
              '3.depthwiseConv2d': { scale: Math.fround(0.013), zeroPoint: -100 },
              '5.dense': { scale: Math.fround(0.017), zeroPoint: 3 },
            },
          });
          const of = (name: string): IntegerWeights => {
            const { data, scale } = model.quantization.kernels[`${name}.kernel`];
            const range = model.quantization.activations?.[name] ?? { scale: 1, zeroPoint: 0 };
            const bias = model.weights[`${name}.bias`];
            return { kernel: data, kernelScale: scale, bias, ...range };
          };
          const pixels = randomPixels(side * side * 3, seed);
          const image = {
            shape: [side, side, 3],
            data: Float32Array.from(pixels, (p) => p * Math.fround(1 / 255)),
          };
          const convolved = rectified(integerConv2d(image, of('1.conv2d'), { ...first, filters }));
          const deep = integerConv2d(convolved, of('3.depthwiseConv2d'), second);
          const { data: logits } = integerDense(deep, of('5.dense'));
          const powers = Array.from(logits, (logit) => Math.exp(logit - Math.max(...logits)));
          const total = powers.reduce((sum, power) => sum + power, 0);
          const classifier = createClassifier(encodeModel(model));
          const { probabilities } = classifier.classify({
            width: side,
            height: side,
            data: pixels,
          });
          probabilities.forEach((p, k) => {
            expect(Math.abs(p - powers[k] / total)).toBeLessThan(1e-6);
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('adds up thousands of products exactly', () => {
    const recipe = defaultRecipe({ width: 80, height: 80, transform: 'pixels' });
    const layers = [flatten(), dense(2)];
    const network = randomNetwork(recipe, layers, 3);
    const model = quantizeModel(modelOf(recipe, network), {
      mode: 'int8',
      activations: { '1.dense': { scale: Math.fround(1 / 255), zeroPoint: -128 } },
    });
    const { data, scale } = model.quantization.kernels['1.dense.kernel'];
    const pixels = randomPixels(80 * 80 * 3, 9);
    const { data: logits } = integerDense(
      {
        shape: [19200],
        data: Float32Array.from(pixels, (p) => p * Math.fround(1 / 255)),
      },
      {
        kernel: data,
        kernelScale: scale,
        bias: model.weights['1.dense.bias'],
        scale: Math.fround(1 / 255),
        zeroPoint: -128,
      },
    );
    const expected = 1 / (1 + Math.exp(logits[1] - logits[0]));
    const result = createClassifier(encodeModel(model)).classify({
      width: 80,
      height: 80,
      data: pixels,
    });
    expect(Math.abs(result.probabilities[0] - expected)).toBeLessThan(1e-6);
  });
});
