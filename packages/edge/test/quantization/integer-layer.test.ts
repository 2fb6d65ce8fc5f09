import {
  conv1d,
  conv2d,
  createNetwork,
  dense,
  depthwiseConv2d,
  flatten,
  type Layer,
  predict,
  type Shape,
} from '@sig/heads';
import { expect, test } from 'vitest';
import {
  activationQuantization,
  dequantizeKernel,
  quantizeActivation,
  quantizeKernel,
} from '../../src/index.js';
import { integerLayer } from '../../src/quantization/integer-layer.js';
import { seededIntegers } from '../seeded-random.js';

test('a dense layer computes what is worked out by hand', async () => {
  // x / scale = 2, -1.2, 0.5 and so 2, -1, 0; sums -10 and -45; times 0.05 and 0.01; plus 1 and 0.
  const network = createNetwork({
    layers: [integerLayer(dense(2), { scale: 0.5, zeroPoint: 10 })],
    inputShape: [3],
    weights: {
      '0.dense.kernel': [10, -20, 30, 5, 100, 100],
      '0.dense.kernel.scale': [0.1, 0.02],
      '0.dense.bias': [1, 0],
    },
  });
  const [first] = await predict(network, Float32Array.of(1, -0.6, 0.25));
  expect(first).toBeCloseTo(1 / (1 + Math.exp(-0.95)), 6);
});

test('halves go to the even integer and what is beyond the range to its end', () => {
  const range = { scale: 0.5, zeroPoint: 0 };
  const inputs = [0.25, 0.75, 1.25, -0.25, -0.75, 1e9, -1e9, 0];
  expect(inputs.map((x) => quantizeActivation(x, range) + 0)).toEqual([
    0, 2, 2, 0, -2, 127, -128, 0,
  ]);
  expect(activationQuantization(-1, 4.1)).toEqual({ scale: Math.fround(0.02), zeroPoint: -78 });
  expect(activationQuantization(3, 5.1)).toEqual({ scale: Math.fround(0.02), zeroPoint: -128 });
  expect(activationQuantization(0, 0)).toEqual({ scale: 1, zeroPoint: -128 });
});

const cases: [string, Shape, Layer][] = [
  ['dense', [7], dense(5, { activation: 'relu' })],
  ['conv1d', [6, 3], conv1d(4, { size: 2 })],
  ['conv2d', [5, 4, 2], conv2d(3, { size: 3, stride: 2, padding: 1, activation: 'relu' })],
  ['conv2d without a bias', [5, 4, 2], conv2d(3, { size: 2, bias: false })],
  ['depthwiseConv2d', [5, 4, 3], depthwiseConv2d({ size: 3, padding: 1 })],
  ['depthwiseConv2d with a bias', [5, 4, 3], depthwiseConv2d({ size: 2, stride: 2, bias: true })],
];

test.each(cases)(
  '%s is the float32 layer on rounded inputs and kernels',
  async (_, shape, layer) => {
    const range = { scale: 0.125, zeroPoint: -7 };
    const integer = seededIntegers(8);
    const size = shape.reduce((product, extent) => product * extent, 1);
    const inputs = Float32Array.from({ length: 6 * size }, () => integer(2000) / 100 - 9);
    const rounded = inputs.map(
      (x) => Math.max(-121, Math.min(134, Math.round(x / range.scale))) * range.scale,
    );
    const end = [flatten(), dense(2)];
    const plain = createNetwork({ layers: [layer, ...end], inputShape: shape, seed: 2 });
    const weights: Record<string, ArrayLike<number>> = { ...plain.weights };
    const integers = { ...weights };
    const name = `0.${layer.kind}.kernel`;
    const kernelShape = layer.parameters(shape)[0].shape;
    const kernel = quantizeKernel(plain.weights[name], kernelShape[kernelShape.length - 1]);
    weights[name] = dequantizeKernel(kernel);
    integers[name] = kernel.data;
    integers[`${name}.scale`] = kernel.scale;
    const bias = `0.${layer.kind}.bias`;
    if (bias in weights)
      weights[bias] = integers[bias] = Array.from(weights[bias], (__, c) => c / 8);
    const network = (layers: Layer[], all: typeof weights) =>
      createNetwork({ layers, inputShape: shape, weights: all });
    const wanted = await predict(network([layer, ...end], weights), rounded);
    const found = await predict(network([integerLayer(layer, range), ...end], integers), inputs);
    found.forEach((value, at) => {
      expect(value).toBeCloseTo(wanted[at], 4);
    });
  },
);
