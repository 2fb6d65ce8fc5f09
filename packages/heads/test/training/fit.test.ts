import { createEngine } from '@sig/kernels';
import { describe, expect, it } from 'vitest';
import {
  createNetwork,
  type Dataset,
  dense,
  type EpochReport,
  evaluate,
  fit,
  flatten,
  type Network,
  networkModules,
  predict,
  reshape,
} from '../../src/index.js';
import { bumps, crossedCorners } from '../toy-datasets.js';
import { bytesOf, cnnNetwork, fcNetwork } from '../toy-networks.js';

const corners = crossedCorners(400);

const scoreOf = async (network: Network, dataset: Dataset): Promise<number> =>
  evaluate(await predict(network, dataset), dataset.labels, dataset.classes).accuracy;

describe('fit', () => {
  it('learns what no linear classifier can', async () => {
    const network = fcNetwork();
    const result = await fit(network, corners, { epochs: 30, batch: 32, learningRate: 0.01 });
    expect(result).toMatchObject({ epoch: 30, ended: 'epochs' });
    expect(result.history[29].loss).toBeLessThan(result.history[0].loss / 3);
    expect(await scoreOf(network, crossedCorners(200, 9))).toBeGreaterThan(0.98);
  });

  it.each([
    { name: 'adamW, cosine, focal', optimizer: 'adamW', schedule: 'cosine', loss: 'focal' },
    {
      name: 'one-cycle, smoothing, balanced',
      schedule: 'one-cycle',
      labelSmoothing: 0.1,
      classWeights: 'balanced',
    },
    { name: 'warm-up, weights', warmUp: 0.2, classWeights: [1, 2] },
  ] as const)('learns with $name', async ({ name: _, ...options }) => {
    const network = fcNetwork();
    await fit(network, corners, { epochs: 40, batch: 32, learningRate: 0.02, ...options });
    expect(await scoreOf(network, crossedCorners(200, 9))).toBeGreaterThan(0.97);
  });

  it('learns sequences with the CNN1D head, on a last batch that is not whole', async () => {
    const network = cnnNetwork();
    await fit(network, bumps(630, 17), { epochs: 25, batch: 32, learningRate: 0.01 });
    expect(await scoreOf(network, bumps(200, 17, 5))).toBeGreaterThan(0.95);
  });

  it.each([1, 2])('gives the same bytes for the same seed on %i threads', async (threads) => {
    const run = async (seed: number): Promise<string> => {
      const network = cnnNetwork();
      await fit(network, bumps(90, 17), { epochs: 2, batch: 32, threads, seed, validation: 0.2 });
      return bytesOf(network);
    };
    const first = await run(3);
    expect(await run(3)).toBe(first);
    expect(await run(4)).not.toBe(first);
  });

  it('comes to nearly the same weights on one thread and on two', async () => {
    const run = async (threads: number): Promise<Network> => {
      const network = cnnNetwork();
      await fit(network, bumps(64, 17), { epochs: 1, batch: 32, threads });
      return network;
    };
    const [one, two] = [await run(1), await run(2)];
    for (const [name, values] of Object.entries(one.weights)) {
      for (const [index, value] of values.entries()) {
        expect(Math.abs(value - two.weights[name][index])).toBeLessThan(1e-4);
      }
    }
  });

  it('standardises the features unless told not to, and keeps a standardisation that is there', async () => {
    const shifted: Dataset = {
      ...corners,
      read: (index, target) => {
        corners.read(index, target);
        target[0] = 100 + 10 * target[0];
      },
    };
    const network = fcNetwork();
    await fit(network, shifted, { epochs: 1 });
    const { mean, scale } = network.standardisation ?? { mean: [], scale: [] };
    expect(mean[0]).toBeGreaterThan(98);
    expect(mean[0]).toBeLessThan(102);
    expect(1 / scale[0] / (1 / scale[1])).toBeCloseTo(10, 0);
    const kept = network.standardisation;
    await fit(network, corners, { epochs: 1 });
    expect(network.standardisation).toBe(kept);
    const plain = fcNetwork();
    await fit(plain, corners, { epochs: 1, standardise: false });
    expect(plain.standardisation).toBeUndefined();
  });

  it('standardises the channels of rows of pixels that the first layer makes an image of', async () => {
    // Red is 1 or 3, green 10, whatever the column.
    const pixels: Dataset = {
      count: 8,
      classes: ['a', 'b'],
      labels: Uint8Array.from({ length: 8 }, (_, sample) => sample % 2),
      read: (sample, target) => {
        for (let at = 0; at < 12; at++) target[at] = at % 2 === 0 ? 1 + 2 * (sample % 2) : 10;
      },
    };
    const layers = [reshape([2, 3, 2]), flatten(), dense(2)];
    const network = createNetwork({ layers, inputShape: [2, 6] });
    await fit(network, pixels, { epochs: 1 });
    expect(network.standardisation).toEqual({
      mean: Float32Array.of(2, 10),
      scale: Float32Array.of(1, 1),
    });
    const standardisation = { mean: Float32Array.of(2, 10), scale: Float32Array.of(1, 1) };
    const { weights } = network;
    const again = createNetwork({ layers, inputShape: [2, 6], weights, standardisation });
    expect(await predict(again, pixels)).toEqual(await predict(network, pixels));
    const odd = { mean: new Float32Array(4), scale: new Float32Array(4) };
    expect(() => createNetwork({ layers, inputShape: [2, 6], standardisation: odd })).toThrow(
      'standardisation.mean must have 6 numbers, or as many as the channels of pixels, got 4',
    );
  });

  it('leaves a column that never changes unscaled', async () => {
    const constant: Dataset = {
      ...corners,
      read: (index, target) => {
        corners.read(index, target);
        target[1] = 7;
      },
    };
    const network = fcNetwork();
    await fit(network, constant, { epochs: 1 });
    expect(network.standardisation?.scale[1]).toBe(1);
    expect(network.standardisation?.mean[1]).toBe(7);
  });

  it('reports every epoch and batch', async () => {
    const epochs: EpochReport[] = [];
    const batches: number[][] = [];
    await fit(fcNetwork(), corners, {
      epochs: 2,
      batch: 150,
      validation: 0.25,
      onEpoch: async (report) => {
        await Promise.resolve();
        epochs.push(report);
      },
      onBatch: ({ epoch, step, steps, samples, samplesPerEpoch }) =>
        batches.push([epoch, step, steps, samples, samplesPerEpoch]),
    });
    expect(batches).toEqual([
      [1, 1, 4, 150, 300],
      [1, 2, 4, 300, 300],
      [2, 3, 4, 150, 300],
      [2, 4, 4, 300, 300],
    ]);
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
    for (const report of epochs) {
      expect(report).toMatchObject({ epochs: 2, learningRate: 1e-3 });
      expect(report.validationLoss).toBeGreaterThan(0);
      expect(report.validationAccuracy).toBeLessThanOrEqual(1);
      expect(report.imagesPerSecond).toBeGreaterThan(0);
    }
  });

  it('gives random numbers to the samples that it trains on, and to no others', async () => {
    const held = crossedCorners(30, 2);
    const seen = { training: new Map<string, number>(), validation: 0 };
    const training: Dataset = {
      ...corners,
      read: (index, target, random) => {
        corners.read(index, target);
        if (random) seen.training.set(`${index} ${random()}`, index);
      },
    };
    const validation: Dataset = {
      ...held,
      read: (index, target, random) => {
        held.read(index, target);
        if (random) seen.validation++;
      },
    };
    await fit(fcNetwork(), training, { epochs: 3, validation });
    expect(seen.training.size).toBe(3 * corners.count);
    expect(seen.validation).toBe(0);
  });

  it('runs on an engine that it is given, in float64 too, and gives the memory back', async () => {
    const network = fcNetwork();
    const engine = createEngine({
      modules: networkModules(network),
      backend: 'scalar',
      precision: 'float64',
    });
    const before = engine.mark();
    const exact = await fit(network, corners, { engine, epochs: 2, validation: 0.2 });
    expect(engine.mark()).toBe(before);
    const compiled = await fit(fcNetwork(), corners, { epochs: 2, validation: 0.2 });
    const [, last] = exact.history;
    expect(compiled.history[1].loss).toBeCloseTo(last.loss, 4);
    expect(compiled.history[1].validationLoss).toBeCloseTo(Number(last.validationLoss), 4);
  });
});
