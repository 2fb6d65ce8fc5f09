import { describe, expect, it } from 'vitest';
import { errorRate, softVotes, voteMargin } from '../../src/index.js';

// One sample of class 1 with neighbours 0, 1 and 1 at d² - c = 2, 4 and 6: the mean of d² - d₁² is 2.
const neighbours = {
  count: 1,
  k: 3,
  squares: Float32Array.of(2, 4, 6),
  labels: Int32Array.of(0, 1, 1),
  truth: Int32Array.of(1),
  classes: 2,
};
const [near, far] = [Math.exp(-1), Math.exp(-2)];
const right = (near + far) / (1 + near + far);

describe('the fitness', () => {
  it('is the share of wrong majority votes, ties by the nearest', () => {
    expect(errorRate(neighbours)).toBe(0);
    const tied = { ...neighbours, k: 2, squares: Float32Array.of(1, 1) };
    expect(errorRate({ ...tied, labels: Int32Array.of(0, 1) })).toBe(1);
    expect(errorRate({ ...tied, labels: Int32Array.of(1, 0) })).toBe(0);
  });

  it('is the soft votes for others, and their lead', () => {
    expect(softVotes(neighbours)).toBeCloseTo(1 - right, 6);
    expect(voteMargin(neighbours)).toBeCloseTo((1 - (2 * right - 1)) / 2, 6);
  });

  it('counts neighbours at one distance alike', () => {
    const equal = { ...neighbours, squares: Float32Array.of(3, 3, 3) };
    expect(softVotes(equal)).toBeCloseTo(1 / 3, 6);
  });
});
