import { describe, expect, it } from 'vitest';
import { type Dataset, DivergenceError, type EpochReport, fit } from '../../src/index.js';
import { crossedCorners } from '../toy-datasets.js';
import { bytesOf, fcNetwork } from '../toy-networks.js';

const corners = crossedCorners(400);

describe('fit', () => {
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

  it('does not stop early where the share to set aside leaves no sample to validate with', async () => {
    const result = await fit(fcNetwork(), crossedCorners(2), {
      epochs: 4,
      validation: 0.5,
      earlyStopping: { patience: 2 },
    });
    expect(result).toMatchObject({ epoch: 4, ended: 'epochs' });
  });

  it('takes any number for better than a validation loss that is none', async () => {
    let epoch = 1;
    const nowAndThen: Dataset = {
      ...corners,
      read: (index, target, random) => {
        corners.read(index, target);
        if (!random && epoch === 1) target[0] = Number.NaN;
      },
    };
    const result = await fit(fcNetwork(), corners, {
      epochs: 3,
      standardise: false,
      validation: nowAndThen,
      onEpoch: (report) => {
        epoch = report.epoch + 1;
      },
    });
    expect(result.history[0].validationLoss).toBeNaN();
    expect(result.epoch).toBeGreaterThan(1);
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
    const error: unknown = await training.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DivergenceError);
    expect(error).toMatchObject({ epoch: 2, step: 5, lowerRate: 1e-4 });
    expect(String(error)).toContain(
      'the loss became NaN at step 5 (epoch 2); try a learning rate of 0.0001 instead of 0.001',
    );
    expect(bytesOf(network)).toBe(afterFirst);
  });

  it('blames samples that are not finite numbers, and not the learning rate', async () => {
    const network = fcNetwork();
    const broken: Dataset = {
      ...corners,
      read: (index, target) => {
        corners.read(index, target);
        if (index === 7) target[1] = Number.NaN;
      },
    };
    await expect(fit(network, broken)).rejects.toThrow(
      'column 1 of the training samples is not finite everywhere; check what the dataset reads',
    );
    expect(network.standardisation).toBeUndefined();
  });

  it('does not keep weights that the last step of an epoch made infinite', async () => {
    const network = fcNetwork();
    const before = bytesOf(network);
    await expect(fit(network, corners, { batch: 400, learningRate: 1e39 })).rejects.toThrow(
      'the weights became infinite at step 1 (epoch 1); try a learning rate of 1e+38',
    );
    expect(bytesOf(network)).toBe(before);
  });

  it('gives timers their turn while it trains', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort());
    const result = await fit(fcNetwork(), corners, { epochs: 1e6, signal: controller.signal });
    expect(result.ended).toBe('signal');
  });
});
