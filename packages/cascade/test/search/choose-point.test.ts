import { describe, expect, it } from 'vitest';
import { cheapestAt, mostAccurateWithin, thresholdsForShares } from '../../src/index.js';
import { scoresOf } from './random-scores.js';

const front = [
  { thresholds: [0.1], accuracy: 0.7, cost: 1 },
  { thresholds: [0.5], accuracy: 0.8, cost: 2 },
  { thresholds: [0.9], accuracy: 0.9, cost: 4 },
];

describe('a point of the front', () => {
  it('is the cheapest with an accuracy, or the most accurate within a budget', () => {
    expect(cheapestAt(front, 0.75)).toBe(front[1]);
    expect(cheapestAt(front, 0.9)).toBe(front[2]);
    expect(mostAccurateWithin(front, 3.9)).toBe(front[1]);
    expect(mostAccurateWithin(front, 1)).toBe(front[0]);
  });

  it('that is out of reach is refused, and the best named', () => {
    expect(() => cheapestAt(front, 0.95)).toThrow(
      'no policy reaches an accuracy of 0.95; the best reaches 0.9 at a cost of 4',
    );
    expect(() => mostAccurateWithin(front, 0.5)).toThrow(
      'no policy costs at most 0.5; the cheapest costs 1 an image',
    );
    expect(() => cheapestAt(front, 90)).toThrow('accuracy must be a number from 0 to 1, got 90');
    expect(() => cheapestAt([], 0.5)).toThrow('a front must have at least one point, got none');
  });
});

describe('thresholdsForShares', () => {
  const images = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0];
  const scores = scoresOf(
    [images, [...images].reverse(), images].map((row) =>
      row.map((sure) => ({ sure, right: true })),
    ),
    [1, 2, 3],
  );

  it('lets each stage answer its share, the surest of those that reach it', () => {
    // Of the five least sure of the first stage the second is surest of the last ones.
    expect(thresholdsForShares(scores, [0.5, 0.3, 0.2])).toEqual([0.5, 0.7]);
    expect(thresholdsForShares(scores, [0, 0, 1])).toEqual(['never', 'never']);
    expect(thresholdsForShares(scores, [1, 0, 0])).toEqual([0, 'never']);
  });

  it('refuses shares that are not one a stage or do not sum to 1', () => {
    expect(() => thresholdsForShares(scores, [0.5, 0.5])).toThrow(
      'shares must be one for each of the 3 stages, got 2',
    );
    expect(() => thresholdsForShares(scores, [0.5, 0.5, 0.5])).toThrow(
      'shares must sum to 1, got 1.5',
    );
    expect(() => thresholdsForShares(scores, [-0.5, 1, 0.5])).toThrow(
      'a share must be a number from 0 to 1, got -0.5',
    );
  });
});
