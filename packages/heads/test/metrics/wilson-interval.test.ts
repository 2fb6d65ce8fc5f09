import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wilsonInterval } from '../../src/metrics/index.js';

it.each([
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17,
  // 1998, table I, method 3.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('gives the published bounds of %i of %i', (hits, count, low, high) => {
  const found = wilsonInterval(hits, count);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

it('is z² / (n + z²) away from a share of 0 or 1', () => {
  const z2 = 1.959963984540054 ** 2;
  expect(wilsonInterval(0, 50)).toEqual({ low: 0, high: expect.closeTo(z2 / (50 + z2), 12) });
  expect(wilsonInterval(50, 50)).toEqual({ low: expect.closeTo(50 / (50 + z2), 12), high: 1 });
});

it('has bounds p that solve (p̂ - p)² = z² p (1 - p) / n, and mirrors what is not a hit', () => {
  const z2 = 1.6448536269514722 ** 2;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1 }),
      (count, share) => {
        if (Number.isNaN(share)) return;
        const hits = Math.round(count * share);
        const { low, high } = wilsonInterval(hits, count, { level: 0.9 });
        for (const bound of [low, high]) {
          expect((hits / count - bound) ** 2).toBeCloseTo((z2 * bound * (1 - bound)) / count, 9);
        }
        expect(low >= 0 && low <= hits / count && hits / count <= high && high <= 1).toBe(true);
        expect(wilsonInterval(count - hits, count, { level: 0.9 }).low).toBeCloseTo(1 - high, 12);
      },
    ),
  );
});

it('refuses what is no share and no level', () => {
  expect(() => wilsonInterval(0, 0)).toThrow('count must be an integer of at least 1, got 0');
  expect(() => wilsonInterval(3, 2)).toThrow('hits must be an integer from 0 to 2, got 3');
  expect(() => wilsonInterval(0.5, 2)).toThrow(RangeError);
  expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
  for (const level of [0, 1, 1 - 2 ** -53, 95, Number.NaN]) {
    expect(() => wilsonInterval(1, 2, { level })).toThrow(
      `level must be above 0 and at most 0.999999, such as 0.95, got ${level}`,
    );
  }
});
