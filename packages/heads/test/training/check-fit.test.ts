import { describe, expect, it } from 'vitest';
import { type Dataset, type FitOptions, fit } from '../../src/index.js';
import { crossedCorners } from '../toy-datasets.js';
import { fcNetwork } from '../toy-networks.js';

const corners = crossedCorners(400);

describe('what fit refuses', () => {
  const refuse = (options: FitOptions, message: string): Promise<void> =>
    expect(fit(fcNetwork(), corners, options)).rejects.toThrow(message);

  it('is options out of range', async () => {
    await refuse({ epochs: 0 }, 'epochs must be an integer of at least 1, got 0');
    await refuse({ batch: 1.5 }, 'batch must be an integer of at least 1, got 1.5');
    await refuse({ learningRate: 0 }, 'learningRate must be above 0, got 0');
    await refuse({ labelSmoothing: 1 }, 'labelSmoothing must be at least 0 and below 1, got 1');
    await refuse({ warmUp: 2 }, 'warmUp must be from 0 to 1, got 2');
    await refuse({ clipNorm: 0 }, 'clipNorm must be above 0, got 0');
    await refuse({ ema: 1 }, 'ema must be at least 0 and below 1, got 1');
    await refuse({ mixup: 1.5 }, 'mixup must be from 0 to 1, got 1.5');
    await refuse({ seed: -1 }, 'seed must be an integer of at least 0, got -1');
    await refuse({ gamma: Number.NaN }, 'gamma must be at least 0, got NaN');
    await refuse({ validation: 1 }, 'validation must be a dataset or a share from 0 to 1, got 1');
    await refuse(
      { validation: '0.1' as unknown as number },
      'validation must be a dataset or a share from 0 to 1, got 0.1',
    );
    await refuse({ classWeights: [1, Infinity] }, "classWeights must be 'balanced' or 2 numbers");
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
    const told = { ...corners, readTarget: () => {} };
    await expect(fit(fcNetwork(), told, { mixup: 0.2 })).rejects.toThrow(
      'mixup mixes labels; leave it out with targets',
    );
  });
});
