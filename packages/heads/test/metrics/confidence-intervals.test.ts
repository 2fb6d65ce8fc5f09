import { seededRandom } from '@sig/kernels/random';
import { describe, expect, it } from 'vitest';
import { confidenceIntervals, evaluate, wilsonInterval } from '../../src/metrics/index.js';

/** Probabilities of two classes from those of the second one. */
const two = (seconds: readonly number[]): number[] => seconds.flatMap((p) => [1 - p, p]);

/** The chance of at most k hits in n draws. */
function binomialDistribution(k: number, n: number, share: number): number {
  let chance = (1 - share) ** n;
  let sum = chance;
  for (let hits = 1; hits <= k; hits++) {
    chance *= ((n - hits + 1) / hits) * (share / (1 - share));
    sum += chance;
  }
  return sum;
}

describe('the bootstrap', () => {
  it('of F1 has the quantiles of the binomial distribution where that is the exact answer', () => {
    // 30 of 40 positives are found and no negative is called one: F1 = 2 H / (H + 40), H ~ B(40, 3/4).
    const labels = [...new Array(40).fill(1), ...new Array(25).fill(0)];
    const seconds = labels.map((label, at) => (label === 1 && at < 30 ? 0.9 : 0.2));
    const quantile = (share: number): number => {
      let hits = 0;
      while (binomialDistribution(hits, 40, 0.75) < share) hits++;
      return (2 * hits) / (hits + 40);
    };
    const { f1, accuracy, level, resamples } = confidenceIntervals(
      two(seconds),
      labels,
      ['a', 'b'],
      {
        resamples: 20_000,
      },
    );
    expect(f1.low).toBeCloseTo(quantile(0.025), 12);
    expect(f1.high).toBeCloseTo(quantile(0.975), 12);
    expect(accuracy).toEqual(wilsonInterval(55, 65));
    expect({ level, resamples }).toEqual({ level: 0.95, resamples: 20_000 });
  });

  it('of average precision and AUC has the exact quantiles where two groups of scores are left', () => {
    // Positives score 3 (30 of them) or 1 (10), all 20 negatives 2: with H positives drawn on top,
    // AP = H/40 · 1 + (1 − H/40) · 40/60, and AUC = H/40.
    const labels = [...new Array(40).fill(1), ...new Array(20).fill(0)];
    const seconds = labels.map((label, at) => (label === 0 ? 0.4 : at < 30 ? 0.6 : 0.2));
    const hits = (share: number): number => {
      let found = 0;
      while (binomialDistribution(found, 40, 0.75) < share) found++;
      return found;
    };
    const { averagePrecision, auc } = confidenceIntervals(two(seconds), labels, ['a', 'b'], {
      resamples: 20_000,
      level: 0.9,
    });
    const [low, high] = [hits(0.05), hits(0.95)];
    expect(auc?.low).toBeCloseTo(low / 40, 12);
    expect(auc?.high).toBeCloseTo(high / 40, 12);
    expect(averagePrecision.low).toBeCloseTo(low / 40 + ((1 - low / 40) * 2) / 3, 12);
    expect(averagePrecision.high).toBeCloseTo(high / 40 + ((1 - high / 40) * 2) / 3, 12);
  });
});

describe('the intervals', () => {
  const random = seededRandom(3);
  const classes = ['a', 'b', 'c', 'nobody'];
  const labels = Array.from({ length: 300 }, (_, index) => index % 3);
  const probabilities = labels.flatMap((label) => {
    const row = classes.map((_, own) => random() + (own === label ? 0.6 : 0));
    const sum = row.reduce((total, value) => total + value, 0);
    return row.map((value) => value / sum);
  });

  it('hold the figures of evaluate, also where a class has no samples', () => {
    const figures = evaluate(probabilities, labels, classes);
    const { accuracy, f1, averagePrecision, auc } = confidenceIntervals(
      probabilities,
      labels,
      classes,
    );
    for (const [value, interval] of [
      [figures.accuracy, accuracy],
      [figures.f1, f1],
      [figures.averagePrecision, averagePrecision],
      [figures.auc, auc],
    ] as const) {
      expect(interval?.low).toBeLessThan(Number(value));
      expect(interval?.high).toBeGreaterThan(Number(value));
      expect(Number(interval?.high) - Number(interval?.low)).toBeLessThan(0.2);
    }
  });

  it('are the same for one seed and others for another', () => {
    const of = (seed: number) =>
      confidenceIntervals(probabilities, labels, classes, { seed, resamples: 50 });
    expect(of(1)).toEqual(of(1));
    expect(of(1).f1).not.toEqual(of(2).f1);
  });

  it('are points where every sample is certain', () => {
    const sure = confidenceIntervals(two([0, 0, 1, 1]), [0, 0, 1, 1], ['a', 'b']);
    const point = { low: 1, high: 1 };
    expect(sure).toMatchObject({ f1: point, averagePrecision: point, auc: point });
    expect(sure.accuracy.low).toBeLessThan(0.6);
  });

  it('have no AUC where samples of one class alone are given', () => {
    const { auc, averagePrecision } = confidenceIntervals(two([0.2, 0.3]), [0, 0], ['a', 'b']);
    expect(auc).toBeNull();
    expect(averagePrecision).toEqual({ low: 0, high: 0 });
  });

  it('refuse what evaluate refuses, and resamples that are none', () => {
    const names = ['a', 'b'];
    expect(() => confidenceIntervals([], [], names)).toThrow('must not be empty');
    expect(() => confidenceIntervals([0.5, 0.5], [0, 1], names)).toThrow(
      'must have the same length',
    );
    expect(() => confidenceIntervals([0.5, 0.5], [2], names)).toThrow(
      'labels must be integers from 0 to 1, got 2',
    );
    expect(() => confidenceIntervals([Number.NaN, 1], [0], names)).toThrow('got NaN for sample 0');
    expect(() => confidenceIntervals([0, 1], [0], names, { positive: 'c' })).toThrow(
      'positive must be one of a, b, got c',
    );
    for (const resamples of [0, 1.5, Number.NaN, -3]) {
      expect(() => confidenceIntervals([0, 1], [0], names, { resamples })).toThrow(
        `resamples must be an integer of at least 1, got ${resamples}`,
      );
    }
  });
});
