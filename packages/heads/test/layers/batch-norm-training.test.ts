import { describe, expect, it } from 'vitest';
import {
  batchNorm,
  conv1d,
  countCost,
  createNetwork,
  dense,
  fit,
  flatten,
  predict,
  relu,
  residual,
} from '../../src/index.js';
import { bumps } from '../toy-datasets.js';
import { bytesOf } from '../toy-networks.js';

const network = () =>
  createNetwork({
    layers: [conv1d(6, { size: 3 }), batchNorm(), relu(), flatten(), dense(2)],
    inputShape: [12, 2],
    seed: 2,
  });

describe('a network with batch normalisation', () => {
  it('learns, and says the same of a sample alone as among others', async () => {
    const learned = network();
    const dataset = bumps(256, 12);
    const options = { epochs: 12, batch: 32, learningRate: 0.02, seed: 1 };
    const { history } = await fit(learned, dataset, options);
    expect(history[11].accuracy).toBeGreaterThan(0.95);
    const samples = new Float32Array(24 * 5);
    for (let index = 0; index < 5; index++) {
      dataset.read(index, samples.subarray(24 * index, 24 * (index + 1)));
    }
    const together = await predict(learned, samples);
    const alone = await predict(learned, samples.subarray(0, 24));
    expect(alone).toEqual(together.subarray(0, 2));
  });

  it('gathers running statistics, whatever the weight decay', async () => {
    const options = { epochs: 8, batch: 64, standardise: false };
    const run = async (weightDecay: number): Promise<Float32Array[]> => {
      // Right behind the samples, so that no trained weight moves what is measured.
      const layers = [batchNorm(), flatten(), dense(2)];
      const found = createNetwork({ layers, inputShape: [12, 2] });
      await fit(found, bumps(256, 12), { ...options, optimizer: 'adamW', weightDecay });
      return ['mean', 'variance'].map((name) => found.weights[`0.batchNorm.${name}`]);
    };
    const [mean, variance] = await run(0);
    expect(await run(1)).toEqual([mean, variance]);
    expect(mean.some((value) => Math.abs(value) > 0.01)).toBe(true);
    expect(variance.every((value) => value > 0 && value !== 1)).toBe(true);
  });

  it('moves them by the rate towards the means over the batch, on any number of threads', async () => {
    const dataset = bumps(10, 12);
    const values = new Float32Array(24 * 10);
    for (let index = 0; index < 10; index++) {
      dataset.read(index, values.subarray(24 * index, 24 * (index + 1)));
    }
    const even = values.filter((_, place) => place % 2 === 0);
    const mean = even.reduce((sum, value) => sum + value, 0) / even.length;
    for (const threads of [1, 2]) {
      const layers = [batchNorm({ rate: 0.25 }), flatten(), dense(2)];
      const found = createNetwork({ layers, inputShape: [12, 2] });
      await fit(found, dataset, { epochs: 1, batch: 10, threads, standardise: false });
      expect(found.weights['0.batchNorm.mean'][0]).toBeCloseTo(0.25 * mean, 6);
      const variance = found.weights['0.batchNorm.variance'][0];
      if (threads > 1) continue;
      const squares = even.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      expect(variance).toBeCloseTo(0.75 + (0.25 * squares) / even.length, 6);
    }
  });

  it('moves them inside a residual layer too', async () => {
    const layers = [residual([batchNorm({ rate: 1 })]), flatten(), dense(2)];
    const found = createNetwork({ layers, inputShape: [12, 2] });
    await fit(found, bumps(16, 12), { epochs: 1, batch: 16, standardise: false });
    const mean = found.weights['0.residual.0.batchNorm.mean'];
    expect(mean.every((value) => value !== 0)).toBe(true);
  });

  it('trains to the same bytes twice, on one thread and on two', async () => {
    for (const threads of [1, 2]) {
      const run = async (): Promise<string> => {
        const found = network();
        await fit(found, bumps(128, 12), { epochs: 3, batch: 32, threads, seed: 4 });
        return bytesOf(found);
      };
      expect(await run()).toBe(await run());
    }
  });

  it('counts gamma and beta, and keeps the running statistics beside them', () => {
    const { params, bytes } = countCost([batchNorm()], [7]);
    expect(params).toBe(14);
    expect(bytes).toBe(4 * 28);
    expect(network().parameters.map(({ name }) => name)).toContain('1.batchNorm.variance');
  });
});
