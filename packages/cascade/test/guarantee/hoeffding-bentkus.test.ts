import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoeffdingBentkus } from '../../src/index.js';

/** P(Bin(n, p) ≤ k) by Pascal's triangle. */
function tail(k: number, n: number, p: number): number {
  let row = [1];
  for (let trial = 0; trial < n; trial++) {
    row = Array.from(
      { length: row.length + 1 },
      (_, at) => (row[at] ?? 0) * (1 - p) + (row[at - 1] ?? 0) * p,
    );
  }
  return row.slice(0, k + 1).reduce((sum, value) => sum + value, 0);
}

describe('hoeffdingBentkus', () => {
  it('is 0.95^100 for no loss of 100 and a limit of 0.05, which both bounds come to but for e', () => {
    // h₁(0, α) = −log(1 − α), and P(Bin(n, α) ≤ 0) = (1 − α)^n.
    expect(hoeffdingBentkus(0, 100, 0.05)).toBeCloseTo(0.95 ** 100, 12);
  });

  it('is the lesser of both bounds, the binomial tail summed by its recurrence', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, limit, share) => {
          const losses = Math.floor(share * count * limit);
          const risk = losses / count;
          const a = Math.min(risk, limit);
          const h =
            (a === 0 ? 0 : a * Math.log(a / limit)) + (1 - a) * Math.log((1 - a) / (1 - limit));
          const expected = Math.min(1, Math.exp(-count * h), Math.E * tail(losses, count, limit));
          expect(hoeffdingBentkus(risk, count, limit)).toBeCloseTo(expected, 9);
        },
      ),
    );
  });

  it('is 1 where the risk found is the limit or more, and small with very many images', () => {
    expect(hoeffdingBentkus(0.1, 50, 0.1)).toBe(1);
    expect(hoeffdingBentkus(1, 50, 0.1)).toBe(1);
    expect(hoeffdingBentkus(0.01, 1_000_000, 0.02)).toBeLessThan(1e-200);
    expect(hoeffdingBentkus(0.0199, 1_000_000, 0.02)).toBeGreaterThan(0.1);
  });

  it('refuses what is no risk, no limit and no number of images', () => {
    expect(() => hoeffdingBentkus(1.2, 10, 0.1)).toThrow(
      'risk must be a number from 0 to 1, got 1.2',
    );
    expect(() => hoeffdingBentkus(0, 10, 0)).toThrow(
      'limit must be a number above 0 and below 1, got 0',
    );
    expect(() => hoeffdingBentkus(0, 0, 0.1)).toThrow(
      'count must be an integer of at least 1, got 0',
    );
  });
});
