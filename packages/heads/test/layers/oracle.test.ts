import { describe, expect, it } from 'vitest';
import {
  batchNorm,
  conv1d,
  conv2d,
  dense,
  depthwiseConv2d,
  gelu,
  globalAvgPool2d,
  type Layer,
  layerNorm,
  maxPool1d,
  maxPool2d,
  multiHeadAttention,
  sequencePool,
  sizeOf,
} from '../../src/index.js';
import { expectClose } from '../expect-close.js';
import { flat, layerOracle, shapeOf } from '../oracle.js';
import { ENGINES, runLayer } from '../run-layer.js';

const cases: readonly [name: string, layer: Layer, parameters: readonly string[]][] = [
  ['dense', dense(4), ['kernel', 'bias']],
  ['conv1d', conv1d(4, { size: 3, activation: 'relu' }), ['kernel', 'bias']],
  ['maxPool1d', maxPool1d(3), []],
  ['conv2d', conv2d(4, { size: 3, stride: 2, padding: 1 }), ['kernel', 'bias']],
  ['depthwiseConv2d', depthwiseConv2d({ size: 3, padding: 1 }), ['kernel']],
  ['maxPool2d', maxPool2d(2), []],
  ['globalAvgPool2d', globalAvgPool2d(), []],
  ['batchNorm', batchNorm(), ['gamma', 'beta']],
  ['layerNorm', layerNorm(), ['gamma', 'beta']],
  ['gelu', gelu(), []],
  [
    'multiHeadAttention',
    multiHeadAttention(3, { keySize: 4 }),
    ['query', 'queryBias', 'key', 'keyBias', 'value', 'valueBias', 'output', 'outputBias'],
  ],
  ['sequencePool', sequencePool(), ['kernel', 'bias']],
];

describe.each(cases)('%s', (name, layer, parameters) => {
  const { inputs, output, upstream, gradients } = layerOracle(name);
  const [count, ...inputShape] = shapeOf(inputs.x);

  it('has the shapes of the oracle', () => {
    expect([count, ...layer.outputShape(inputShape)]).toEqual(shapeOf(output));
    const shapes = layer
      .parameters(inputShape)
      .filter(({ averageRate }) => averageRate === undefined)
      .map((parameter) => [parameter.name, parameter.shape]);
    expect(shapes).toEqual(parameters.map((key) => [key, shapeOf(inputs[key])]));
  });

  it.each(ENGINES)('gives the output and gradients of PyTorch in $name', (engine) => {
    const found = runLayer(
      layer,
      {
        inputShape,
        count,
        x: flat(inputs.x),
        parameters: layer
          .parameters(inputShape)
          .map(({ name: key, shape, averageRate }) =>
            averageRate === undefined
              ? flat(inputs[key])
              : new Array<number>(sizeOf(shape)).fill(0),
          ),
        upstream: flat(upstream),
      },
      engine,
    );
    expectClose(found.output, flat(output), engine.tolerance);
    expectClose(found.inputGradient, flat(gradients.x), engine.tolerance);
    for (const [index, key] of parameters.entries()) {
      // A key's bias moves all scores of a row alike: its gradient is a sum that cancels to nothing,
      // and can only be judged against its terms, which are of the size of the kernel's gradient.
      const first = key === 'keyBias' ? index - 1 : index;
      const keys = parameters.slice(first, index + 1);
      expectClose(
        found.gradients.slice(first, index + 1).flat(),
        keys.flatMap((name) => flat(gradients[name])),
        engine.tolerance,
      );
    }
  });
});
