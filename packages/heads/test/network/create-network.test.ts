import { describe, expect, it } from 'vitest';
import {
  conv1d,
  createNetwork,
  dense,
  type Features,
  flatten,
  networkModules,
} from '../../src/index.js';

const layers = [conv1d(4, { size: 2 }), flatten(), dense(3)];
const inputShape = [5, 2];

const features: Features = {
  inputBytes: 10,
  shape: inputShape,
  macs: 0,
  modules: [],
  push: () => undefined,
};

describe('createNetwork', () => {
  it('names weights by place, kind and parameter, and knows every shape', () => {
    const network = createNetwork({ layers, inputShape });
    expect(network.shapes).toEqual([[4, 4], [16], [3]]);
    expect(network.parameters).toEqual([
      { name: '0.conv1d.kernel', shape: [2, 2, 4] },
      { name: '0.conv1d.bias', shape: [4] },
      { name: '2.dense.kernel', shape: [16, 3] },
      { name: '2.dense.bias', shape: [3] },
    ]);
    expect(network.weights['2.dense.kernel']).toHaveLength(48);
  });

  it('draws kernels within the Glorot limit, spread over all of it, and sets biases to 0', () => {
    const { weights } = createNetwork({ layers: [dense(50)], inputShape: [200], seed: 4 });
    const kernel = Array.from(weights['0.dense.kernel']);
    const limit = Math.sqrt(6 / 250);
    expect(Math.max(...kernel)).toBeLessThanOrEqual(limit);
    expect(Math.max(...kernel)).toBeGreaterThan(0.98 * limit);
    expect(Math.min(...kernel)).toBeLessThan(-0.98 * limit);
    const variance = kernel.reduce((sum, value) => sum + value ** 2, 0) / kernel.length;
    expect(variance / (limit ** 2 / 3)).toBeCloseTo(1, 1);
    expect(Array.from(weights['0.dense.bias']).every((value) => value === 0)).toBe(true);
  });

  it('gives the same weights for the same seed and others for another', () => {
    const first = createNetwork({ layers, inputShape, seed: 1 }).weights;
    expect(createNetwork({ layers, inputShape, seed: 1 }).weights).toEqual(first);
    expect(createNetwork({ layers, inputShape, seed: 2 }).weights).not.toEqual(first);
  });

  it('takes weights and the standardisation from elsewhere', () => {
    const { weights } = createNetwork({ layers, inputShape, seed: 9 });
    const standardisation = { mean: Float32Array.of(1, 2), scale: Float32Array.of(3, 4) };
    const copy = createNetwork({ layers, inputShape, weights, standardisation });
    expect(copy.weights).toEqual(weights);
    expect(copy.weights['2.dense.bias']).not.toBe(weights['2.dense.bias']);
    expect(copy.standardisation).toEqual(standardisation);
  });

  it('takes its input shape from the features', () => {
    const network = createNetwork({ layers, features });
    expect(network.inputShape).toEqual([5, 2]);
    expect(() => createNetwork({ layers, features, inputShape: [5, 3] })).toThrow(
      "inputShape [5,3] is not the features' [5,2]",
    );
  });

  it('refuses layers that do not fit, naming the layer, in one line', () => {
    expect(() => createNetwork({ layers: [conv1d(4), dense(3)], inputShape })).toThrow(
      'layer 1 (dense): dense takes a shape [features], got [3,4]; put flatten() in front of it',
    );
    expect(() => createNetwork({ layers: [conv1d(4)], inputShape })).toThrow(
      ': the last layer must put out [classes], got [3,4]; end with flatten() and dense(classes)',
    );
    expect(() => createNetwork({ layers: [], inputShape })).toThrow('at least one layer');
    expect(() => createNetwork({ layers })).toThrow('createNetwork needs inputShape or features');
    expect(() => createNetwork({ layers, inputShape: [5, 0] })).toThrow(
      'inputShape must be a list of positive integers, got [5,0]',
    );
  });

  it('refuses weights and standardisations of another size', () => {
    expect(() => createNetwork({ layers, inputShape, weights: {} })).toThrow(
      'weights hold no array named 0.conv1d.kernel',
    );
    const { weights } = createNetwork({ layers, inputShape });
    expect(() =>
      createNetwork({ layers, inputShape, weights: { ...weights, '2.dense.bias': [1] } }),
    ).toThrow('weights of 2.dense.bias must be 3 numbers [3], got 1');
    const standardisation = { mean: new Float32Array(2), scale: new Float32Array(5) };
    expect(() => createNetwork({ layers, inputShape, standardisation })).toThrow(
      'standardisation.scale must have 2 numbers, or as many as the channels of pixels, got 5',
    );
  });

  it('refuses a seed that is no integer', () => {
    for (const seed of [0.5, Number.NaN, 2 ** 60]) {
      expect(() => createNetwork({ layers, inputShape, seed })).toThrow(
        `seed must be an integer from -2^53 to 2^53, got ${seed}`,
      );
    }
  });
});

describe('networkModules', () => {
  it('lists each module once', () => {
    const network = createNetwork({ layers, inputShape });
    const [linear] = networkModules(network);
    const doubled = { ...network, features: { ...features, modules: [linear, linear] } };
    expect(networkModules(doubled)).toEqual([linear]);
  });
});
