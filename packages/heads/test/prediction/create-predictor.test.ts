import { createEngine } from '@sig/kernels';
import { describe, expect, it } from 'vitest';
import {
  createNetwork,
  createPredictor,
  dense,
  networkModules,
  predict,
  relu,
} from '../../src/index.js';

const network = createNetwork({
  layers: [dense(5), relu(), dense(3)],
  inputShape: [6],
  seed: 2,
});
const samples = Float32Array.from({ length: 6 * 7 }, (_, index) => Math.sin(index));
const newEngine = () => createEngine({ modules: networkModules(network) });

describe('createPredictor', () => {
  it('answers as a prediction with memory of its own, few samples after many and many after few', async () => {
    const predictor = createPredictor(network, newEngine());
    for (const count of [1, 7, 2, 1, 5]) {
      const some = samples.subarray(0, 6 * count);
      expect(await predict(network, some, { predictor })).toEqual(await predict(network, some));
    }
  });

  it('gives probabilities and activations by turns', async () => {
    const predictor = createPredictor(network, newEngine());
    for (const output of ['probabilities', 'activations', 'probabilities'] as const) {
      const found = await predict(network, samples, { predictor, output });
      expect(found).toEqual(await predict(network, samples, { output }));
    }
  });

  it('takes no more memory for questions of one size', async () => {
    const engine = newEngine();
    const predictor = createPredictor(network, engine);
    await predict(network, samples, { predictor, batch: 3 });
    const once = engine.mark();
    for (let turn = 0; turn < 5; turn++) await predict(network, samples, { predictor, batch: 3 });
    expect(engine.mark()).toBe(once);
  });

  it('lets questions of several sizes take turns', async () => {
    const predictor = createPredictor(network, newEngine());
    const expected = await predict(network, samples);
    const asked = [1, 7, 2, 3].map((batch) => predict(network, samples, { predictor, batch }));
    for (const found of await Promise.all(asked)) expect(found).toEqual(expected);
  });

  it('gives the memory back, and takes the weights anew afterwards', async () => {
    const engine = newEngine();
    const before = engine.mark();
    const weights = { '0.dense.kernel': [1, 0, 0, 1], '0.dense.bias': [0, 0] };
    const small = createNetwork({ layers: [dense(2)], inputShape: [2], weights });
    const predictor = createPredictor(small, engine);
    const ask = () =>
      predict(small, Float32Array.of(3, 4), { predictor, output: 'activations' }).then(Array.from);
    expect(await ask()).toEqual([3, 4]);
    small.weights['0.dense.bias'].fill(10);
    expect(await ask()).toEqual([3, 4]);
    predictor.release();
    expect(engine.mark()).toBe(before);
    expect(await ask()).toEqual([13, 14]);
  });

  it('is refused by another network, and beside an engine or threads', async () => {
    const engine = newEngine();
    const predictor = createPredictor(network, engine);
    await expect(predict({ ...network }, samples, { predictor })).rejects.toThrow(
      'the predictor is of another network; make one by createPredictor(network, engine)',
    );
    for (const more of [{ engine }, { threads: 2 }]) {
      await expect(predict(network, samples, { predictor, ...more })).rejects.toThrow(
        'a predictor has an engine of its own; leave engine and threads out',
      );
    }
  });
});
