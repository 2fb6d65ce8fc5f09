import { describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../src/experiments/experiment.js';
import { tableMarkdown } from '../../src/output/table-markdown.js';

const result = (accuracy: number): ExperimentResult => ({
  accuracy,
  f1: 0.5,
  averagePrecision: 0.625,
  auc: 0.7,
  steps: 10,
  count: 100,
  trainingAccuracy: 0.9,
  trainingLoss: 0.1,
  params: 37_112,
  headMacs: 844_132,
  featureMacs: 650_000,
  times: { seconds: 90, imagesPerSecond: 6500, machine: 'one' },
});

const recipe = {
  set: 'toy',
  features: {},
  head: { name: 'fc' },
  training: {},
  augment: 'none',
} as const;

const table = (results: readonly ExperimentResult[], quick = false) =>
  tableMarkdown({
    name: 'toy/one',
    title: 'Toy',
    about: 'Words.',
    judged: 'test',
    quick,
    rows: [{ name: 'a|b', recipe, paper: 0.7654, seeds: [0, 1], results }],
  });

describe('tableMarkdown', () => {
  it('shows mean and deviation over the seeds beside what the paper printed', () => {
    const cells = table([result(0.7), result(0.8)])
      .trim()
      .split('\n')
      .at(-1)
      ?.split(' | ')
      .map((cell) => cell.trim());
    expect(cells).toEqual([
      '| a\\|b',
      '37,112',
      '0.65',
      '0.84',
      '76.54 %',
      '75.00 ± 7.07 %',
      '0.500',
      '0.625',
      '2',
      '6500',
      '1.5 |',
    ]);
  });

  it('says that there was no data, and that a run was quick', () => {
    expect(table([])).toContain('no data');
    const quick = table([result(0.7)], true);
    expect(quick).toContain('A quick run');
    const cells = quick.trim().split('\n').at(-1)?.split(' | ').slice(-6) ?? [];
    // All that was measured: accuracy, F1, AP, speed, time.
    const marked = cells.filter((cell) => cell.includes('*quick*'));
    expect(marked).toHaveLength(5);
  });
});
