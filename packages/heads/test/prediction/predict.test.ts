import { createEngine, type KernelModule } from '@sig/kernels';
import { describe, expect, it } from 'vitest';
import {
  createNetwork,
  dense,
  type Features,
  fit,
  flatten,
  networkModules,
  predict,
} from '../../src/index.js';

// The compiled side is an empty module: only the twin runs here.
const halves: KernelModule = {
  name: 'halves',
  kernels: ['halve'],
  wasm: () => new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]),
  scalar: (memory) => ({
    halve: (_workspace, input, output, count) => {
      const { bytes, reals, realShift } = memory;
      for (let i = 0; i < count; i++) reals[(output >>> realShift) + i] = bytes[input + i] / 2;
    },
  }),
};

const features: Features = {
  inputBytes: 6,
  shape: [3, 2],
  macs: 6,
  modules: [halves],
  push: (program, _engine, input, output, count) =>
    program.push(['halve', input, output, 6 * count]),
};

const network = createNetwork({ layers: [flatten(), dense(3)], inputShape: [3, 2], seed: 2 });

describe('predict', () => {
  const samples = Float32Array.from({ length: 6 * 7 }, (_, index) => Math.sin(index));

  it('is the softmax of the network by hand', async () => {
    const probabilities = await predict(network, samples);
    const kernel = network.weights['1.dense.kernel'];
    for (let sample = 0; sample < 7; sample++) {
      const powers = [0, 1, 2].map((unit) => {
        let sum = 0;
        for (let i = 0; i < 6; i++) sum += samples[6 * sample + i] * kernel[3 * i + unit];
        return Math.exp(sum);
      });
      const total = powers[0] + powers[1] + powers[2];
      for (const [unit, power] of powers.entries()) {
        expect(probabilities[3 * sample + unit]).toBeCloseTo(power / total, 5);
      }
    }
  });

  it('gives what the last layer puts out, where asked', async () => {
    const doubled = createNetwork({
      layers: [dense(2)],
      inputShape: [2],
      weights: { '0.dense.kernel': [2, 0, 1, -1], '0.dense.bias': [0, 3] },
    });
    const found = await predict(doubled, Float32Array.of(1, 2, 0, 5), { output: 'activations' });
    expect([...found]).toEqual([4, 1, 5, -2]);
  });

  it('does not depend on the batch or the threads', async () => {
    const whole = await predict(network, samples);
    for (const options of [{ batch: 1 }, { batch: 3 }, { batch: 5, threads: 2 }, { threads: 2 }]) {
      expect(Array.from(await predict(network, samples, options))).toEqual(Array.from(whole));
    }
  });

  it('takes a dataset, counts along and gives an engine its memory back', async () => {
    const engine = createEngine({ modules: networkModules(network) });
    const before = engine.mark();
    const done: number[] = [];
    const dataset = {
      count: 7,
      read: (index: number, target: Uint8Array | Float32Array) =>
        target.set(samples.subarray(6 * index, 6 * index + 6)),
    };
    const found = await predict(network, dataset, {
      engine,
      batch: 4,
      onBatch: (count) => done.push(count),
    });
    expect(Array.from(found)).toEqual(Array.from(await predict(network, samples)));
    expect(done).toEqual([4, 7]);
    expect(engine.mark()).toBe(before);
  });

  it('lets several predictions take turns on one engine', async () => {
    const engine = createEngine({ modules: networkModules(network) });
    const before = engine.mark();
    const expected = Array.from(await predict(network, samples));
    const short = predict(network, samples.subarray(0, 6), { engine });
    const long = predict(network, samples, { engine, batch: 1 });
    await short;
    const late = predict(network, samples, { engine, batch: 2 });
    expect(Array.from(await long)).toEqual(expected);
    expect(Array.from(await late)).toEqual(expected);
    expect(engine.mark()).toBe(before);
  });

  it('gives an engine its memory back where there is not enough of it', async () => {
    const engine = createEngine({ modules: networkModules(network) });
    const before = engine.mark();
    const dataset = { count: 2 ** 31, read: () => undefined };
    const huge = createNetwork({ layers: [dense(2)], inputShape: [1] });
    await expect(predict(huge, dataset, { engine, batch: 2 ** 31 })).rejects.toThrow(RangeError);
    expect(engine.mark()).toBe(before);
  });

  it('makes features of bytes, and standardises them', async () => {
    const bytes = Uint8Array.from({ length: 12 }, (_, index) => 20 * index);
    const standardisation = { mean: Float32Array.of(1, 2), scale: Float32Array.of(0.1, 0.01) };
    const { layers, weights } = network;
    const seeing = createNetwork({ layers, features, weights, standardisation });
    const engine = createEngine({ modules: networkModules(seeing), backend: 'scalar' });
    const floats = Float32Array.from(bytes, (byte, index) => {
      const column = index % 2;
      return (byte / 2 - standardisation.mean[column]) * standardisation.scale[column];
    });
    const expected = await predict(network, floats);
    const found = await predict(seeing, bytes, { engine });
    for (const [index, value] of expected.entries()) expect(found[index]).toBeCloseTo(value, 5);
  });

  it('trains on features that are made of bytes anew in each step', async () => {
    const labels = Uint8Array.from({ length: 60 }, (_, index) => index % 3);
    const dataset = {
      count: 60,
      classes: ['a', 'b', 'c'],
      labels,
      read: (index: number, target: Uint8Array | Float32Array) => {
        target.fill(0);
        target[labels[index]] = 100 + index;
      },
    };
    const seeing = createNetwork({ layers: network.layers, features, seed: 1 });
    const engine = createEngine({ modules: networkModules(seeing), backend: 'scalar' });
    const { history } = await fit(seeing, dataset, {
      engine,
      epochs: 20,
      learningRate: 0.05,
      batch: 20,
    });
    expect(history[19].accuracy).toBe(1);
  });

  it('takes nothing and gives nothing', async () => {
    expect(await predict(network, new Float32Array())).toEqual(new Float32Array());
  });

  it('refuses arrays of another type or length, and batches out of range', async () => {
    await expect(predict(network, new Float32Array(7))).rejects.toThrow(
      'samples must be a multiple of 6 numbers, got 7',
    );
    await expect(predict(network, new Uint8Array(6))).rejects.toThrow(
      'this network takes its samples as a Float32Array',
    );
    for (const count of [-1, 1.5, Number.NaN]) {
      await expect(predict(network, { count, read: () => undefined })).rejects.toThrow(
        `count must be an integer of at least 0, got ${count}`,
      );
    }
    const seeing = createNetwork({ layers: network.layers, features });
    await expect(predict(seeing, new Float32Array(6))).rejects.toThrow(
      'this network takes its samples as a Uint8Array',
    );
    await expect(predict(network, samples, { batch: 0 })).rejects.toThrow(
      'batch must be an integer of at least 1, got 0',
    );
    const engine = createEngine({ modules: networkModules(network) });
    await expect(predict(network, samples, { engine, threads: 2 })).rejects.toThrow(
      'threads is 2 but the given engine has 1; leave it out',
    );
  });

  it('ends with the reason of an aborted signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(predict(network, samples, { signal })).rejects.toThrow('enough');
  });
});
