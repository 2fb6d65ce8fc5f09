import { describe, expect, it } from 'vitest';
import {
  cnn1dHead,
  createNetwork,
  type Dataset,
  type EpochReport,
  evaluate,
  type FitOptions,
  fcHead,
  fit,
  type Network,
  predict,
} from '../../src/index.js';
import { bumps, crossedCorners } from '../toy-datasets.js';

const corners = crossedCorners(400);

const fcNetwork = (seed = 1): Network =>
  createNetwork({ layers: fcHead([2], 2, { hidden: 16, dropout: 0 }), inputShape: [2], seed });

const cnnNetwork = (): Network =>
  createNetwork({
    layers: cnn1dHead([17, 2], 2, { filters: [8, 9] }),
    inputShape: [17, 2],
    seed: 1,
  });

const scoreOf = async (network: Network, dataset: Dataset): Promise<number> =>
  evaluate(await predict(network, dataset), dataset.labels, dataset.classes).accuracy;

const bytesOf = ({ weights }: Network): string =>
  Object.values(weights)
    .map((values) => new Uint8Array(values.buffer).join())
    .join();

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

  it('stops early and ends with the best weights', async () => {
    const network = fcNetwork();
    const kept: string[] = [];
    const result = await fit(network, corners, {
      epochs: 60,
      learningRate: 0.2,
      validation: 0.3,
      earlyStopping: { patience: 3, metric: 'accuracy' },
      onEpoch: (_, { weights }) => kept.push(bytesOf({ ...network, weights })),
    });
    expect(result.ended).toBe('early-stopping');
    expect(result.history).toHaveLength(result.epoch + 3);
    expect(bytesOf(network)).toBe(kept[result.epoch - 1]);
    const best = result.history.filter((report) => report.best).map(({ epoch }) => epoch);
    expect(best[best.length - 1]).toBe(result.epoch);
  });

  it('stops where onEpoch says so', async () => {
    const onEpoch = async ({ epoch }: EpochReport): Promise<boolean> => epoch < 2;
    const result = await fit(fcNetwork(), corners, { epochs: 9, onEpoch });
    expect(result).toMatchObject({ epoch: 2, ended: 'callback' });
  });

  it('stops at a signal between two batches with the weights of the last whole epoch', async () => {
    const network = fcNetwork();
    const controller = new AbortController();
    let afterFirst = '';
    const result = await fit(network, corners, {
      epochs: 5,
      batch: 50,
      signal: controller.signal,
      onEpoch: () => {
        afterFirst = bytesOf(network);
      },
      onBatch: ({ step }) => {
        if (step === 11) controller.abort();
      },
    });
    expect(result).toMatchObject({ epoch: 1, ended: 'signal' });
    expect(bytesOf(network)).toBe(afterFirst);
  });

  it('says at which step the loss became NaN, and keeps the last good weights', async () => {
    const network = fcNetwork();
    let step = 0;
    const broken: Dataset = {
      ...corners,
      read: (index, target, random) => {
        corners.read(index, target);
        if (random && ++step > 450) target[0] = Number.NaN;
      },
    };
    let afterFirst = '';
    const training = fit(network, broken, {
      epochs: 2,
      batch: 100,
      onEpoch: () => {
        afterFirst = bytesOf(network);
      },
    });
    await expect(training).rejects.toThrow(
      'the loss became NaN at step 5 (epoch 2) with a learning rate of 0.001; try 0.0001',
    );
    expect(bytesOf(network)).toBe(afterFirst);
  });
});

describe('what fit refuses', () => {
  const refuse = (options: FitOptions, message: string): Promise<void> =>
    expect(fit(fcNetwork(), corners, options)).rejects.toThrow(message);

  it('is options out of range', async () => {
    await refuse({ epochs: 0 }, 'epochs must be an integer of at least 1, got 0');
    await refuse({ batch: 1.5 }, 'batch must be an integer of at least 1, got 1.5');
    await refuse({ learningRate: 0 }, 'learningRate must be above 0, got 0');
    await refuse({ labelSmoothing: 1 }, 'labelSmoothing must be at least 0 and below 1, got 1');
    await refuse({ warmUp: 2 }, 'warmUp must be from 0 to 1, got 2');
    await refuse({ seed: -1 }, 'seed must be an integer of at least 0, got -1');
    await refuse({ gamma: Number.NaN }, 'gamma must be at least 0, got NaN');
    await refuse({ validation: 1 }, 'validation must be a dataset or a share from 0 to 1, got 1');
    await refuse({ earlyStopping: true }, 'earlyStopping needs a validation set');
    await refuse({ classWeights: [1] }, "classWeights must be 'balanced' or 2 numbers");
    await refuse({ threads: 0 }, 'threads must be an integer from 1 to 64, got 0');
    const schedule = 'linear' as 'cosine';
    await refuse({ schedule }, 'schedule must be one of constant, cosine, one-cycle, got linear');
  });

  it('is a dataset that does not fit the network', async () => {
    const refused = (dataset: Partial<Dataset>, message: string): Promise<void> =>
      expect(fit(fcNetwork(), { ...corners, ...dataset })).rejects.toThrow(message);
    await refused({ classes: ['one'] }, 'the dataset must have at least 2 classes, got 1');
    await refused(
      { classes: ['a', 'b', 'c'] },
      'the network puts out 2 classes but the dataset has 3; build the head for 3',
    );
    await refused({ count: 0, labels: [] }, 'the dataset must have at least 1 sample, got 0');
    await refused({ count: 3 }, 'the dataset has 3 samples but 400 labels');
    await refused(
      { count: 2, labels: [0, 2] },
      'labels of the dataset must be integers from 0 to 1, got 2 at 1',
    );
  });
});
