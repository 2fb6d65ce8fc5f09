import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../src/experiments/experiment.js';
import { experimentKey } from '../../src/experiments/experiment-key.js';

const experiment: Experiment = {
  set: 'toy',
  features: { depth: 4 },
  head: { name: 'cnn1d' },
  training: { epochs: 2, batch: 8 },
  augment: 'none',
  judged: 'test',
  seed: 0,
  threads: 2,
};

describe('experimentKey', () => {
  it('is the same whatever the order of the properties, and whether absent ones are written', () => {
    const { set, ...rest } = experiment;
    const training = { batch: 8, epochs: 2, loss: undefined };
    expect(experimentKey({ ...rest, training, set }, 'a')).toBe(experimentKey(experiment, 'a'));
  });

  it('is another one for another seed, recipe, part or set of files', () => {
    const keys = [
      experimentKey(experiment, 'a'),
      experimentKey(experiment, 'b'),
      experimentKey({ ...experiment, seed: 1 }, 'a'),
      experimentKey({ ...experiment, threads: 1 }, 'a'),
      experimentKey({ ...experiment, judged: 'validation' }, 'a'),
      experimentKey({ ...experiment, features: { depth: 3 } }, 'a'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
