import fc from 'fast-check';
import { expect, it } from 'vitest';
import { auc, averagePrecision, rocCurve } from '../../src/metrics/index.js';
import { rankSamples, weightedRanking } from '../../src/metrics/ranked-samples.js';

const sample = fc.record({
  // Few scores, so that many are equal.
  score: fc.integer({ min: 0, max: 6 }),
  positive: fc.boolean(),
  times: fc.integer({ min: 0, max: 4 }),
});

it('ranks samples that count several times as it would rank so many copies', () => {
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 40 }), (samples) => {
      const copies = samples.flatMap((one) => new Array<typeof one>(one.times).fill(one));
      const positives = copies.filter(({ positive }) => positive).length;
      if (positives === 0 || positives === copies.length) return;
      const scores = copies.map(({ score }) => score);
      const truth = copies.map(({ positive }) => positive);
      const { falsePositiveRate, truePositiveRate } = rocCurve(scores, truth);
      const found = weightedRanking(
        rankSamples(
          samples.map(({ score }) => score),
          samples.map(({ positive }) => positive),
        ),
        Uint32Array.from(samples, ({ times }) => times),
      );
      expect(found.averagePrecision).toBeCloseTo(averagePrecision(scores, truth), 12);
      expect(found.auc).toBeCloseTo(auc(falsePositiveRate, truePositiveRate), 12);
    }),
  );
});

it('has no figure where one side is missing', () => {
  const ranked = rankSamples([0.5, 0.4], [true, false]);
  expect(weightedRanking(ranked, Uint32Array.of(0, 1))).toEqual({
    averagePrecision: Number.NaN,
    auc: Number.NaN,
  });
  expect(weightedRanking(ranked, Uint32Array.of(2, 0))).toEqual({
    averagePrecision: 1,
    auc: Number.NaN,
  });
});
