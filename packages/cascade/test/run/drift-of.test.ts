import { describe, expect, it } from 'vitest';
import { createPolicy, createRecording, driftOf } from '../../src/index.js';
import { chiSquaredTail } from '../../src/run/chi-squared-tail.js';

describe('chiSquaredTail', () => {
  // Critical values as printed in tables of the distribution.
  it.each([
    [3.841459, 1, 0.05],
    [10.827566, 1, 0.001],
    [5.991465, 2, 0.05],
    [7.814728, 3, 0.05],
    [16.266236, 3, 0.001],
    [9.487729, 4, 0.05],
    [11.070498, 5, 0.05],
    [29.588298, 10, 0.001],
  ])('is P(χ² ≥ %d) with %i degrees of freedom: %d', (x, degrees, expected) => {
    expect(chiSquaredTail(x, degrees) / expected).toBeCloseTo(1, 5);
  });

  it('is 1 at 0 and goes to 0', () => {
    expect(chiSquaredTail(0, 3)).toBe(1);
    expect(chiSquaredTail(1000, 1)).toBeLessThan(1e-200);
  });
});

describe('driftOf', () => {
  const cost = { macs: 1, bytes: 1, params: 1 };
  // 60 of 100 images leave at the first stage.
  const sure = Array.from({ length: 100 }, (_, image) => (image < 60 ? [0.9, 0.1] : [0.6, 0.4]));
  const stage = createRecording(sure.flat(), new Int32Array(100), cost, { name: 'small' });
  const policy = createPolicy([stage, { ...stage, name: 'large' }], [0.9]);

  it("is Pearson's test on both rows of counts", () => {
    // Rows 60, 40 and 75, 25: χ² = 200 (60 · 25 − 40 · 75)² / (100 · 100 · 135 · 65) = 5.128.
    const { pValue, drifted, warning } = driftOf(policy, [75, 25]);
    expect(pValue).toBeCloseTo(chiSquaredTail((200 * 1500 ** 2) / (1e4 * 135 * 65), 1), 9);
    expect(drifted).toBe(false);
    expect(warning).toBeUndefined();
    expect(driftOf(policy, [75, 25], { level: 0.05 }).drifted).toBe(true);
  });

  it('warns in one line where exits have moved', () => {
    const { warning } = driftOf(policy, [100, 900]);
    expect(warning).toMatch(
      /^10.0 % of 1000 images left at stage small, 60.0 % when it was fitted \(χ² test, p = .*\): images have changed; fit the thresholds anew$/,
    );
  });

  it('says nothing of too few images', () => {
    expect(driftOf(policy, [0, 0]).pValue).toBe(1);
    expect(driftOf(policy, [0, 6]).drifted).toBe(false);
  });

  it('refuses counts that are none', () => {
    expect(() => driftOf(policy, [1])).toThrow('counts must be 2 numbers from 0 up, got 1');
    expect(() => driftOf(policy, [1, Number.NaN])).toThrow('counts must be 2 numbers');
  });
});
