import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accuracy,
  auc,
  averagePrecision,
  classScores,
  confusionMatrix,
  evaluate,
  precisionRecallCurve,
  predictedClasses,
  rocCurve,
} from '../../src/metrics/index.js';

// Worked by hand; the same example stands in scikit-learn's documentation.
const scores = [0.1, 0.4, 0.35, 0.8];
const positives = [0, 0, 1, 1];

describe('accuracy and confusionMatrix', () => {
  const predicted = [0, 1, 1, 2, 2, 2];
  const labels = [0, 1, 2, 2, 2, 0];

  it('count what is right and where the rest went', () => {
    expect(accuracy(predicted, labels)).toBe(4 / 6);
    expect(confusionMatrix(predicted, labels, 3)).toEqual([
      [1, 0, 1],
      [0, 1, 0],
      [0, 1, 2],
    ]);
  });

  it('refuse arrays that do not match and classes out of range', () => {
    expect(() => accuracy([], [])).toThrow('predicted and labels must not be empty');
    expect(() => accuracy([1], [1, 2])).toThrow('must have the same length, got 1 and 2');
    expect(() => confusionMatrix([3], [0], 3)).toThrow('classes must be integers from 0 to 2');
    expect(() => confusionMatrix([0], [-1], 3)).toThrow(RangeError);
    for (const classes of [0, 1.5, 1e9, Number.NaN]) {
      expect(() => confusionMatrix([0], [0], classes)).toThrow(
        `classes must be an integer from 1 to 10000, got ${classes}`,
      );
    }
  });
});

describe('classScores', () => {
  it('gives precision, recall and F1 of each class', () => {
    const [first, second, third] = classScores([
      [6, 2, 0],
      [1, 3, 0],
      [0, 0, 0],
    ]);
    expect(first).toEqual({ precision: 6 / 7, recall: 6 / 8, f1: 12 / 15, support: 8 });
    expect(second).toEqual({ precision: 3 / 5, recall: 3 / 4, f1: 6 / 9, support: 4 });
    expect(third).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 });
  });
});

describe('predictedClasses', () => {
  it('takes the first of equal probabilities', () => {
    expect(Array.from(predictedClasses([0.5, 0.5, 0.1, 0.9], 2))).toEqual([0, 1]);
    expect(() => predictedClasses([0.5], 2)).toThrow('must be a multiple of 2 numbers, got 1');
  });
});

describe('averagePrecision', () => {
  it('is the sum of precisions weighted by the gain in recall', () => {
    expect(averagePrecision(scores, positives)).toBeCloseTo(0.5 * 1 + 0.5 * (2 / 3), 12);
  });

  it('counts samples of one score together', () => {
    expect(averagePrecision([0.5, 0.5, 0.5, 0.5], [1, 0, 0, 0])).toBe(0.25);
    expect(averagePrecision([0.9, 0.5, 0.5], [true, true, false])).toBeCloseTo(0.5 + 0.5 * (2 / 3));
  });

  it('is exactly 1 for a perfect order, 0 where nothing is positive', () => {
    expect(averagePrecision([3, 2, 1, 0], [1, 1, 1, 0])).toBe(1);
    expect(averagePrecision([3, 2], [0, 0])).toBe(0);
  });

  it('refuses NaN and arrays that do not match', () => {
    expect(() => averagePrecision([Number.NaN], [1])).toThrow(
      'scores must be numbers, got NaN at 0',
    );
    expect(() => averagePrecision([1, 2], [1])).toThrow('scores and positives must have the same');
    expect(() => averagePrecision([], [])).toThrow('must not be empty');
  });
});

describe('rocCurve and auc', () => {
  it('are those worked by hand', () => {
    const { thresholds, falsePositiveRate, truePositiveRate } = rocCurve(scores, positives);
    expect(thresholds).toEqual([Infinity, 0.8, 0.4, 0.35, 0.1]);
    expect(falsePositiveRate).toEqual([0, 0, 0.5, 0.5, 1]);
    expect(truePositiveRate).toEqual([0, 0.5, 0.5, 1, 1]);
    expect(auc(falsePositiveRate, truePositiveRate)).toBe(0.75);
  });

  it('are the share of pairs in the right order, ties counting half', () => {
    const sample = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(sample, { minLength: 2, maxLength: 20 }), (samples) => {
        const positive = samples.filter(([, is]) => is).map(([score]) => score);
        const negative = samples.filter(([, is]) => !is).map(([score]) => score);
        fc.pre(positive.length > 0 && negative.length > 0);
        let pairs = 0;
        for (const p of positive) for (const n of negative) pairs += p > n ? 1 : p === n ? 0.5 : 0;
        const { falsePositiveRate, truePositiveRate } = rocCurve(
          samples.map(([score]) => score),
          samples.map(([, is]) => is),
        );
        const area = auc(falsePositiveRate, truePositiveRate);
        expect(area).toBeCloseTo(pairs / (positive.length * negative.length), 10);
      }),
    );
  });
});

describe('precisionRecallCurve', () => {
  it('has a point for every distinct score', () => {
    expect(precisionRecallCurve(scores, positives)).toEqual({
      thresholds: [0.8, 0.4, 0.35, 0.1],
      precision: [1, 1 / 2, 2 / 3, 2 / 4],
      recall: [0.5, 0.5, 1, 1],
    });
  });
});

describe('evaluate', () => {
  const probabilities = [0.9, 0.1, 0.6, 0.4, 0.65, 0.35, 0.2, 0.8];

  it('judges two classes by the positive one, the last unless told otherwise', () => {
    const result = evaluate(probabilities, positives, ['no', 'yes']);
    expect(result).toMatchObject({
      count: 4,
      accuracy: 0.75,
      auc: 0.75,
      positive: 'yes',
      confusion: [
        [2, 0],
        [1, 1],
      ],
    });
    expect(result.f1).toBeCloseTo(2 / 3, 12);
    expect(result.averagePrecision).toBeCloseTo(5 / 6, 12);
    expect(result.perClass[0]).toEqual({
      name: 'no',
      precision: 2 / 3,
      recall: 1,
      f1: 0.8,
      support: 2,
    });
    const turned = evaluate(probabilities, positives, ['no', 'yes'], { positive: 'no' });
    expect(turned).toMatchObject({ f1: 0.8, positive: 'no', accuracy: 0.75 });
    expect(evaluate(probabilities, positives, ['no', 'yes'], { positive: 0 })).toEqual(turned);
  });

  it('takes the mean over the classes that have samples where there are more than two', () => {
    const three = [0.8, 0.1, 0.1, 0.3, 0.6, 0.1, 0.5, 0.4, 0.1];
    const result = evaluate(three, [0, 1, 1], ['a', 'b', 'c']);
    expect(result.positive).toBeUndefined();
    expect(result.f1).toBeCloseTo((2 / 3 + 2 / 3) / 2, 12);
    expect(result.averagePrecision).toBe(1);
    expect(result.auc).toBe(1);
    expect(result.perClass.map(({ support }) => support)).toEqual([1, 2, 0]);
  });

  it('has no area where one class alone was given, and still goes through JSON', () => {
    const result = evaluate([0.9, 0.1], [0], ['a', 'b']);
    expect(result.auc).toBeNull();
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('refuses probabilities that are not numbers, whichever class they are of', () => {
    for (const wrong of [
      [Number.NaN, 0.5],
      [0.5, Number.NaN],
    ]) {
      expect(() => evaluate([0.9, 0.1, ...wrong], [0, 0], ['a', 'b'])).toThrow(
        'probabilities must be numbers, got NaN for sample 1',
      );
    }
  });

  it('refuses a positive class that is not there, and lengths that do not match', () => {
    const call = (positive: string | number) => () =>
      evaluate(probabilities, positives, ['no', 'yes'], { positive });
    expect(call('maybe')).toThrow('positive must be one of no, yes, got maybe');
    expect(call(2)).toThrow(RangeError);
    expect(() => evaluate([1, 0, 0], [0], ['a', 'b', 'c'], { positive: 'a' })).toThrow(
      'positive is for two classes, got 3; leave it out',
    );
    expect(() => evaluate(probabilities, [0, 1], ['no', 'yes'])).toThrow(
      'must have the same length',
    );
  });
});
