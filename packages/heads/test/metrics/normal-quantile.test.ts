import { expect, it } from 'vitest';
import { normalQuantile } from '../../src/metrics/normal-quantile.js';

it('gives the quantiles of the printed tables', () => {
  // Abramowitz and Stegun, "Handbook of Mathematical Functions", table 26.5.
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446, 12);
  expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269515, 12);
  expect(normalQuantile(0.975)).toBeCloseTo(1.9599639845401, 12);
  expect(normalQuantile(0.995)).toBeCloseTo(2.5758293035489, 12);
  expect(normalQuantile(0.999)).toBeCloseTo(3.0902323061678, 11);
});

it('ends for the highest probability below 1', () => {
  // Φ rounds to 1 somewhat above 8.
  expect(normalQuantile(1 - 2 ** -53)).toBeGreaterThan(8);
  expect(normalQuantile(1 - 2 ** -53)).toBeLessThan(9);
});
