import { describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../src/experiments/experiment.js';
import { paperPlots } from '../../src/output/paper-plots.js';
import type { PaperRowResult } from '../../src/tables/paper/run-paper-table.js';

const result = (accuracy: number): ExperimentResult => ({
  ...{ accuracy, f1: 0.5, averagePrecision: 0.5, auc: 0.5, steps: 1, count: 10 },
  roc: [
    [0, 0],
    [0.2, 0.9],
    [1, 1],
  ],
  ...{ trainingAccuracy: 1, trainingLoss: 0, params: 1, headMacs: 1, featureMacs: 1 },
  times: { seconds: 1, imagesPerSecond: 1, machine: 'one' },
});

const row = (name: string, params: number, accuracy: number): PaperRowResult => ({
  name,
  cost: { params, trained: params, headMacs: params, featureMacs: 0, int8Bytes: params },
  runs: [
    {
      label: 'toy, as here',
      recipe: { set: 'toy', features: {}, head: { name: 'fc' }, training: {}, augment: 'none' },
      seeds: [0],
      results: [result(accuracy)],
    },
  ],
});

const plot = (rows: readonly PaperRowResult[]) =>
  paperPlots({
    ...{ kind: 'paper', name: 'toy/plots', title: '', about: '', judged: 'test', quick: false },
    ...{ columns: [], rows },
  });

describe('the drawings of a paper’s table', () => {
  it('have every model as a point over parameters, bytes and multiply-adds, and ROC curves', () => {
    const plots = plot([row('ImageSig + FC', 1000, 0.8), row('baseline: dense', 90_000, 0.7)]);
    expect(Object.keys(plots)).toEqual([
      'parameters-toy-as-here',
      'bytes-toy-as-here',
      'multiply-adds-toy-as-here',
      'roc-toy-as-here',
    ]);
    expect(plots['parameters-toy-as-here'].match(/<circle/g)).toHaveLength(2);
    expect(plots['roc-toy-as-here'].match(/stroke-width="1.75"/g)).toHaveLength(2);
  });

  it('have a line for each resolution over depth where rows have one', () => {
    const plots = plot([
      row('32 × 32 px, depth 1', 10, 0.5),
      row('32 × 32 px, depth 2', 20, 0.6),
      row('64 × 64 px, depth 1', 30, 0.6),
    ]);
    expect(plots['depth-toy-as-here']).toContain('32 × 32 px');
    expect(plots['depth-toy-as-here'].match(/stroke-width="1.75"/g)).toHaveLength(2);
    expect(plots['roc-toy-as-here']).toBeUndefined();
  });
});
