import { createEngine } from '@sig/kernels';
import { seededRandom } from '@sig/kernels/random';
import { describe, expect, it } from 'vitest';
import { createRuntime } from '../../src/execution/runtime.js';
import {
  createNetwork,
  dense,
  evaluate,
  type Features,
  fit,
  flatten,
  networkModules,
  predict,
} from '../../src/index.js';
import { symmetricBeta } from '../../src/random/symmetric-beta.js';
import { createMixer } from '../../src/training/mix-batch.js';
import { crossedCorners } from '../toy-datasets.js';
import { bytesOf, fcNetwork } from '../toy-networks.js';

describe('symmetricBeta', () => {
  it.each([0.1, 0.4, 1])('has the mean and the variance of Beta(%d, %d)', (alpha) => {
    const random = seededRandom(5);
    const drawn = Array.from({ length: 20_000 }, () => symmetricBeta(alpha, random));
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
    expect(mean).toBeCloseTo(0.5, 1);
    expect(variance).toBeCloseTo(1 / (4 * (2 * alpha + 1)), 2);
  });

  it.each([1e-4, 1e-12, Number.MIN_VALUE])(
    'takes a few draws where an alpha of %d makes nearly every power 0',
    (alpha) => {
      const random = seededRandom(1);
      let draws = 0;
      const shares = Array.from({ length: 100 }, () =>
        symmetricBeta(alpha, () => {
          // Ends the test where a draw is rejected for ever.
          if (++draws > 1000) throw new Error('too many draws');
          return random();
        }),
      );
      const whole = shares.filter((share) => share > 0.999).length;
      const none = shares.filter((share) => share < 0.001).length;
      expect(whole + none).toBeGreaterThan(98);
      expect(Math.min(whole, none)).toBeGreaterThan(30);
    },
  );
});

describe('mixup', () => {
  it('mixes each sample with the next one of the batch, which are real numbers', () => {
    const network = fcNetwork();
    const engine = createEngine({ modules: networkModules(network) });
    const runtime = createRuntime(engine, network, { batch: 5, training: true });
    const { batch } = runtime;
    const mixer = createMixer(runtime, 0.4);
    const before = [1, 2, 30, 40, 500, 600, 7000, 8000];
    engine.realsAt(batch.samples, 8).set(before);
    engine.int32At(batch.labels, 4).set([0, 1, 1, 0]);
    mixer.mix(4, 77);
    const shares = [...engine.realsAt(mixer.otherShares, 4)];
    expect([...engine.int32At(mixer.otherLabels, 4)]).toEqual([1, 1, 0, 0]);
    expect([...engine.int32At(batch.labels, 4)]).toEqual([0, 1, 1, 0]);
    for (const [place, share] of shares.entries()) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(0.5);
      const mixed = engine.realsAt(batch.samples + place * batch.sampleBytes, 2);
      for (const axis of [0, 1]) {
        const wanted =
          (1 - share) * before[2 * place + axis] + share * before[(2 * place + 2 + axis) % 8];
        expect(mixed[axis] / wanted).toBeCloseTo(1, 4);
      }
    }
    expect(new Set(shares).size).toBe(4);
  });

  it('mixes bytes to the nearest byte, before there are features of them', () => {
    const features: Features = {
      inputBytes: 3,
      shape: [3],
      macs: 0,
      modules: [],
      push() {},
    };
    const network = createNetwork({ layers: [flatten(), dense(2)], features });
    const engine = createEngine({ modules: networkModules(network) });
    const runtime = createRuntime(engine, network, { batch: 2, training: true });
    const { batch } = runtime;
    const mixer = createMixer(runtime, 1);
    const before = [
      [0, 255, 10],
      [255, 255, 13],
    ];
    for (const [place, bytes] of before.entries()) {
      engine.bytesAt(batch.samples + place * 3, 3).set(bytes);
    }
    mixer.mix(2, 3);
    const shares = engine.realsAt(mixer.otherShares, 2);
    for (const place of [0, 1]) {
      const wanted = before[place].map((byte, at) =>
        Math.round(byte + shares[place] * (before[1 - place][at] - byte)),
      );
      expect([...engine.bytesAt(batch.samples + place * 3, 3)]).toEqual(wanted);
    }
  });

  it('leaves a batch of one sample as it is', () => {
    const network = fcNetwork();
    const engine = createEngine({ modules: networkModules(network) });
    const runtime = createRuntime(engine, network, { batch: 1, training: true });
    const mixer = createMixer(runtime, 1);
    engine.realsAt(runtime.batch.samples, 2).set([3, -4]);
    mixer.mix(1, 9);
    expect([...engine.realsAt(runtime.batch.samples, 2)]).toEqual([3, -4]);
  });

  it('learns, and gives the same bytes for the same seed', async () => {
    const corners = crossedCorners(400);
    const run = async (mixup: number) => {
      const network = fcNetwork();
      await fit(network, corners, { epochs: 40, batch: 32, learningRate: 0.02, mixup });
      return network;
    };
    const network = await run(0.2);
    expect(bytesOf(await run(0.2))).toBe(bytesOf(network));
    expect(bytesOf(await run(0))).not.toBe(bytesOf(network));
    const held = crossedCorners(200, 9);
    const probabilities = await predict(network, held);
    expect(evaluate(probabilities, held.labels, held.classes).accuracy).toBeGreaterThan(0.97);
  });
});
