import { describe, expect, it } from 'vitest';
import {
  batchNorm,
  createNetwork,
  dense,
  type FitOptions,
  fit,
  type Network,
  relu,
} from '../../src/index.js';
import { expectClose } from '../expect-close.js';
import { crossedCorners } from '../toy-datasets.js';

const corners = crossedCorners(60);

const normalised = (): Network =>
  createNetwork({ layers: [dense(6), batchNorm(), relu(), dense(2)], inputShape: [2], seed: 3 });

const flat = ({ weights }: Pick<Network, 'weights'>): number[] =>
  Object.values(weights).flatMap((values) => [...values]);

describe('ema', () => {
  // One step an epoch, so that the weights of every step are seen.
  const options: FitOptions = { epochs: 25, batch: 60, learningRate: 0.05 };

  it.each([1, 2])(
    'validates and keeps the average of the weights of all steps, on %i threads',
    async (threads) => {
      const plain = normalised();
      let expected = flat(plain);
      const averages: number[][] = [];
      await fit(plain, corners, {
        ...options,
        threads,
        onEpoch: ({ epoch }, network) => {
          const decay = Math.min(0.6, (1 + epoch) / (10 + epoch));
          const weights = flat(network);
          expected = expected.map((value, place) => decay * value + (1 - decay) * weights[place]);
          averages.push(expected);
        },
      });
      const averaged = normalised();
      await fit(averaged, corners, {
        ...options,
        threads,
        ema: 0.6,
        onEpoch: ({ epoch }, network) => expectClose(flat(network), averages[epoch - 1], 1e-5),
      });
      expectClose(flat(averaged), averages[24], 1e-5);
    },
  );

  it('ends with the averages of the best epoch', async () => {
    const network = normalised();
    const kept: number[][] = [];
    const held = crossedCorners(40, 5);
    const { epoch } = await fit(network, corners, {
      ...options,
      ema: 0.9,
      validation: held,
      onEpoch: () => kept.push(flat(network)),
    });
    expect(flat(network)).toEqual(kept[epoch - 1]);
  });

  it('leaves the training itself as it is', async () => {
    const losses = async (ema: number): Promise<number[]> => {
      const { history } = await fit(normalised(), corners, { ...options, epochs: 5, ema });
      return history.map(({ loss }) => loss);
    };
    expect(await losses(0.99)).toEqual(await losses(0));
  });
});
