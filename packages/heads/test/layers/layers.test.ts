import { describe, expect, it } from 'vitest';
import { conv1d, dense, dropout, flatten, maxPool1d, relu } from '../../src/index.js';
import { runLayer } from '../run-layer.js';

const TWIN = { backend: 'scalar', precision: 'float64' } as const;

describe('the shapes of layers', () => {
  it('follow from what they are given', () => {
    expect(dense(5).outputShape([3])).toEqual([5]);
    expect(conv1d(8, { size: 3 }).outputShape([10, 4])).toEqual([8, 8]);
    expect(maxPool1d(3).outputShape([10, 4])).toEqual([3, 4]);
    expect(flatten().outputShape([6, 64])).toEqual([384]);
    expect(relu().outputShape([2, 3])).toEqual([2, 3]);
    expect(dropout(0.5).outputShape([2, 3])).toEqual([2, 3]);
  });

  it('are refused in one line that says what is wanted', () => {
    expect(() => dense(5).outputShape([3, 2])).toThrow(
      'dense takes a shape [features], got [3,2]; put flatten() in front of it',
    );
    expect(() => conv1d(8).outputShape([2, 4])).toThrow(
      'conv1d of size 3 needs a length of at least 3, got [2,4]',
    );
    expect(() => conv1d(8).outputShape([7])).toThrow('conv1d takes a shape [length, channels]');
    expect(() => maxPool1d(3).outputShape([2, 4])).toThrow('needs a length of at least 3');
    expect(() => maxPool1d(3).outputShape([2])).toThrow(
      'maxPool1d takes a shape [length, channels]',
    );
  });
});

describe('the options of layers', () => {
  it('are refused when they are out of range', () => {
    expect(() => dense(0)).toThrow('dense: units must be a positive integer, got 0');
    expect(() => dense(2.5)).toThrow(RangeError);
    expect(() => conv1d(0)).toThrow('conv1d: filters must be a positive integer, got 0');
    expect(() => conv1d(1, { size: 0 })).toThrow('conv1d: size must be a positive integer, got 0');
    expect(() => maxPool1d(-1)).toThrow('maxPool1d: size must be a positive integer, got -1');
    expect(() => dropout(1)).toThrow('dropout: rate must be at least 0 and below 1, got 1');
    expect(() => dropout(Number.NaN)).toThrow(RangeError);
    const wrong = { activation: 'tanh' } as unknown as { activation: 'relu' };
    expect(() => dense(1, wrong)).toThrow('dense: activation must be relu or none, got tanh');
  });
});

describe('the multiply-adds of layers', () => {
  it('are those of the products, worked out by hand', () => {
    expect(dense(50).macs([384])).toBe(384 * 50);
    expect(conv1d(32, { size: 3 }).macs([64, 120])).toBe(62 * 3 * 120 * 32);
    expect(maxPool1d(3).macs([62, 32])).toBe(0);
  });
});

describe('dropout', () => {
  const problem = {
    inputShape: [64],
    count: 2,
    x: Array.from({ length: 128 }, (_, index) => index + 1),
    parameters: [],
    upstream: Array.from({ length: 128 }, () => 1),
  };

  it('passes everything on outside training', () => {
    expect(runLayer(dropout(0.4), { ...problem, training: false }, TWIN).output).toEqual(problem.x);
  });

  it('sends gradients through the places that it kept', () => {
    const { output, inputGradient } = runLayer(dropout(0.5), problem, TWIN);
    expect(inputGradient).toEqual(output.map((value) => (value === 0 ? 0 : 2)));
    expect(inputGradient).toContain(0);
    expect(inputGradient).toContain(2);
  });

  it('draws another mask for another seed', () => {
    const first = runLayer(dropout(0.5), { ...problem, seed: 1 }, TWIN).output;
    expect(runLayer(dropout(0.5), { ...problem, seed: 2 }, TWIN).output).not.toEqual(first);
    expect(runLayer(dropout(0.5), { ...problem, seed: 1 }, TWIN).output).toEqual(first);
  });
});
