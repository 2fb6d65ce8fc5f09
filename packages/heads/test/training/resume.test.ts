import { createEngine } from '@sig/kernels';
import { describe, expect, it } from 'vitest';
import {
  batchNorm,
  type Checkpoint,
  conv1d,
  createNetwork,
  dense,
  dropout,
  type FitOptions,
  fit,
  flatten,
  type Network,
  networkModules,
  relu,
} from '../../src/index.js';
import { bumps } from '../toy-datasets.js';
import { bytesOf } from '../toy-networks.js';

const data = bumps(70, 9);

const network = (): Network =>
  createNetwork({
    layers: [conv1d(5), batchNorm(), relu(), dropout(0.3), flatten(), dense(2)],
    inputShape: [9, 2],
    seed: 2,
  });

/** Trains to the end, and keeps every checkpoint. */
async function train(options: FitOptions) {
  const trained = network();
  const checkpoints: Checkpoint[] = [];
  const result = await fit(trained, data, {
    ...options,
    onCheckpoint: (checkpoint) => checkpoints.push(structuredClone(checkpoint)),
  });
  return { bytes: bytesOf(trained), result, checkpoints };
}

const timeless = (history: readonly object[]): object[] =>
  history.map((report) => ({ ...report, seconds: 0, imagesPerSecond: 0 }));

const base: FitOptions = { epochs: 6, batch: 16, learningRate: 0.02, seed: 4 };

describe('a training that goes on from a checkpoint', () => {
  it.each<{ name: string; options: FitOptions }>([
    { name: 'with nothing special', options: {} },
    { name: 'on two threads', options: { threads: 2, validation: 0.3 } },
    {
      name: 'with mixup, a moving average and clipping',
      options: { mixup: 0.3, ema: 0.9, clipNorm: 0.5, validation: 0.2, optimizer: 'adamW' },
    },
    {
      name: 'with a schedule, without the best weights',
      options: { schedule: 'one-cycle', ema: 0.8, validation: 0.2, restoreBest: false },
    },
  ])('ends as one that never stopped, $name', async ({ options }) => {
    const whole = await train({ ...base, ...options });
    expect(whole.checkpoints.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const checkpoint of whole.checkpoints) {
      const rest = await train({ ...base, ...options, checkpoint });
      expect(rest.bytes).toBe(whole.bytes);
      expect(timeless(rest.result.history)).toEqual(timeless(whole.result.history));
      expect(rest.result.epoch).toBe(whole.result.epoch);
      expect(rest.checkpoints).toHaveLength(6 - checkpoint.epoch);
    }
  });

  it('stops early where the other one did', async () => {
    const options: FitOptions = {
      ...base,
      epochs: 60,
      learningRate: 0.1,
      validation: 0.4,
      earlyStopping: { patience: 2 },
    };
    const whole = await train(options);
    expect(whole.result.ended).toBe('early-stopping');
    for (const checkpoint of whole.checkpoints.slice(-3)) {
      const rest = await train({ ...options, checkpoint });
      expect(rest.result.ended).toBe('early-stopping');
      expect(rest.bytes).toBe(whole.bytes);
    }
  });

  it('is the same to the last digit in a float64 engine', async () => {
    const engine = createEngine({
      modules: networkModules(network()),
      backend: 'scalar',
      precision: 'float64',
    });
    const options = { ...base, epochs: 3, ema: 0.9, engine };
    const whole = await train(options);
    const rest = await train({ ...options, checkpoint: whole.checkpoints[0] });
    expect(rest.checkpoints[1]).toEqual({
      ...whole.checkpoints[2],
      history: rest.checkpoints[1].history,
    });
  });

  it('has the weights of the checkpoint where it is stopped at once', async () => {
    const epochs: string[] = [];
    const { checkpoints } = await train({
      ...base,
      ema: 0.9,
      onEpoch: (_, { weights }) => epochs.push(bytesOf({ weights })),
    });
    const stopped = network();
    const signal = AbortSignal.abort();
    const result = await fit(stopped, data, {
      ...base,
      ema: 0.9,
      checkpoint: checkpoints[3],
      signal,
    });
    expect(result).toMatchObject({ epoch: 4, ended: 'signal' });
    expect(bytesOf(stopped)).toBe(epochs[3]);
  });

  it('refuses a checkpoint of another network or other options', async () => {
    const { checkpoints } = await train({ ...base, epochs: 2, validation: 0.2 });
    const [, checkpoint] = checkpoints;
    const refuse = (change: Partial<Checkpoint>, options: FitOptions, message: string) =>
      expect(
        fit(network(), data, { ...base, ...options, checkpoint: { ...checkpoint, ...change } }),
      ).rejects.toThrow(message);
    await refuse({}, { epochs: 1 }, 'the checkpoint is at epoch 2, epochs must not be 1');
    await refuse({}, { ema: 0.9 }, 'the checkpoint has no average of the weights, but ema is 0.9');
    await refuse(
      { average: checkpoint.weights },
      {},
      'the checkpoint has an average of the weights, but ema is 0',
    );
    await refuse(
      { first: checkpoint.first.slice(4) },
      {},
      'the checkpoint is of another network: its first are',
    );
    await refuse({ history: [] }, {}, 'one report for each of its epochs, got 0 for 2');
    await refuse(
      { best: { epoch: 1, value: 0, weights: {} } },
      {},
      'the checkpoint is of another network: its best epoch has no 0.conv1d.kernel',
    );
    const mean = new Float32Array(3);
    await refuse(
      { standardisation: { mean, scale: mean } },
      {},
      'it standardises 3 columns, not 2',
    );
  });
});

describe('the memory of a training', () => {
  it('is the same after one epoch and after many, with everything on', async () => {
    const trained = network();
    const engine = createEngine({ modules: networkModules(trained) });
    const sizes: number[] = [];
    await fit(trained, data, {
      ...base,
      ...{ epochs: 12, engine, mixup: 0.2, ema: 0.9, clipNorm: 1, validation: 0.2 },
      onEpoch: () => sizes.push(engine.mark()),
      onCheckpoint: () => {},
    });
    expect(sizes).toHaveLength(12);
    expect(new Set(sizes).size).toBe(1);
  });

  it('does not grow with the number of samples', async () => {
    const sizeWith = async (count: number): Promise<number> => {
      const trained = network();
      const engine = createEngine({ modules: networkModules(trained) });
      let size = 0;
      const onEpoch = (): void => {
        size = engine.mark();
      };
      await fit(trained, bumps(count, 9), { ...base, epochs: 1, mixup: 0.2, engine, onEpoch });
      return size;
    };
    expect(await sizeWith(2000)).toBe(await sizeWith(50));
  });
});
