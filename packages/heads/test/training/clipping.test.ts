import { describe, expect, it } from 'vitest';
import { createNetwork, type Dataset, dense, fit, type Network } from '../../src/index.js';
import { bumps } from '../toy-datasets.js';
import { bytesOf, cnnNetwork } from '../toy-networks.js';

describe('clipNorm', () => {
  // Logits of 0 make every probability ½: the gradient of the kernel is the mean of x (½ - y), of the
  // bias that of ½ - y.
  const samples = [
    { x: [3, -1], label: 0 },
    { x: [5, 2], label: 0 },
    { x: [1, 4], label: 1 },
    { x: [-2, 0], label: 0 },
  ];
  const dataset: Dataset = {
    count: samples.length,
    classes: ['a', 'b'],
    labels: samples.map(({ label }) => label),
    read: (index, target) => target.set(samples[index].x),
  };
  const slope = (feature: (x: readonly number[]) => number): number =>
    samples.reduce((sum, { x, label }) => sum + feature(x) * (label === 0 ? -0.5 : 0.5), 0) / 4;
  const towards0 = [slope(([x]) => x), slope(([, y]) => y), slope(() => 1)];
  const gradient = towards0.flatMap((value) => [value, -value]);

  const zeroNetwork = (): Network =>
    createNetwork({
      layers: [dense(2)],
      inputShape: [2],
      weights: { '0.dense.kernel': [0, 0, 0, 0], '0.dense.bias': [0, 0] },
    });

  it.each([1, 2])('makes a longer gradient that long on %i threads', async (threads) => {
    const network = zeroNetwork();
    const clipNorm = 0.5;
    expect(Math.hypot(...gradient)).toBeGreaterThan(clipNorm);
    // With this epsilon a first step of Adam is g / (|g| + 1): it tells the length of g.
    const options = { epochs: 1, batch: 4, learningRate: 1, epsilon: 1, standardise: false };
    await fit(network, dataset, { ...options, clipNorm, threads });
    const scale = clipNorm / Math.hypot(...gradient);
    const weights = [...network.weights['0.dense.kernel'], ...network.weights['0.dense.bias']];
    for (const [place, value] of gradient.entries()) {
      const clipped = scale * value;
      expect(weights[place]).toBeCloseTo(-clipped / (Math.abs(clipped) + 1), 6);
    }
  });

  it.each([1, 2])(
    'changes nothing where no gradient is so long, on %i threads',
    async (threads) => {
      const run = async (clipNorm?: number): Promise<string> => {
        const network = cnnNetwork();
        await fit(network, bumps(90, 17), { epochs: 2, batch: 32, threads, clipNorm });
        return bytesOf(network);
      };
      const plain = await run();
      expect(await run(1e6)).toBe(plain);
      expect(await run(1e-3)).not.toBe(plain);
    },
  );
});
