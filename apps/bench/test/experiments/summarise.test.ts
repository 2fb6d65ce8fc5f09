import { describe, expect, it } from 'vitest';
import { summarise } from '../../src/experiments/summarise.js';

describe('summarise', () => {
  it('gives the mean and the deviation of a sample', () => {
    // By hand: squares (1 + 1 + 4 + 4) over n − 1 = 3, around a mean of 2.
    const { mean, deviation, count } = summarise([1, 3, 0, 4]);
    expect(mean).toBe(2);
    expect(deviation).toBeCloseTo(Math.sqrt(10 / 3), 12);
    expect(count).toBe(4);
  });

  it('gives one number no deviation', () => {
    expect(summarise([0.5])).toEqual({ mean: 0.5, deviation: 0, count: 1 });
  });

  it('refuses no numbers at all', () => {
    expect(() => summarise([])).toThrow(/at least one number/);
  });
});
