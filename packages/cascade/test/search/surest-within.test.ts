import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cheapestAt,
  evaluateScores,
  type FrontPoint,
  findFront,
  mostAccurateWithin,
  type StageScores,
  surestWithin,
} from '../../src/index.js';
import { randomScores, scoresOf } from './random-scores.js';

/** A generator of numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Images of any hardness before stages of more and more skill, which are the surer the easier it is. */
function drawScores(images: number, next: () => number): StageScores[] {
  const hardness = Array.from({ length: images }, next);
  const rows = [0.75, 0.85, 0.9].map((skill) =>
    hardness.map((hard) => {
      const right = next() < 1 / (1 + Math.exp((hard - skill) * 20));
      return { sure: Math.min(1, Math.max(0, 1.05 - hard * 0.6 + (next() - 0.5) * 0.3)), right };
    }),
  );
  return scoresOf(rows, [1, 6, 30]);
}

const shareRight = ({ correct }: StageScores): number =>
  correct.reduce((sum, one) => sum + one, 0) / correct.length;

describe('the surest point within an accuracy and a budget', () => {
  it('is one of the front that keeps both', () => {
    fc.assert(
      fc.property(randomScores(3, 12), fc.double({ min: 0, max: 1, noNaN: true }), (scores, at) => {
        const front = findFront(scores);
        const { accuracy, cost } = front[Math.floor(at * (front.length - 1))];
        const surest = surestWithin(scores, front, { accuracy, budget: cost });
        expect(surest.accuracy).toBeGreaterThanOrEqual(accuracy);
        expect(surest.cost).toBeLessThanOrEqual(cost);
        expect(front.map(({ thresholds }) => thresholds)).toContainEqual(surest.thresholds);
        expect(surest.room).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('keeps both on other images more often than the cheapest and the most accurate do', () => {
    const next = generator(7);
    const kept = { surest: 0, cheapest: 0, mostAccurate: 0 };
    for (let round = 0; round < 60; round++) {
      const here = drawScores(500, next);
      const there = drawScores(4000, next);
      const front = findFront(here);
      const [accuracy, budget] = [shareRight(here[2]) - 0.02, 14];
      const keeps = ({ thresholds }: FrontPoint): number => {
        const { accuracy: reached, macs } = evaluateScores(there, thresholds);
        return +(reached >= shareRight(there[2]) - 0.02 && macs <= budget);
      };
      kept.surest += keeps(surestWithin(here, front, { accuracy, budget }));
      kept.cheapest += keeps(cheapestAt(front, accuracy));
      kept.mostAccurate += keeps(mostAccurateWithin(front, budget));
    }
    expect(kept.surest).toBeGreaterThan(50);
    expect(kept.surest).toBeGreaterThan(1.2 * Math.max(kept.cheapest, kept.mostAccurate));
  });

  it('counts room in standard errors to the nearer of both', () => {
    // Four images: the first stage is right about three, and one of them goes on.
    const scores = scoresOf(
      [
        [0.9, 0.9, 0.9, 0.1].map((sure, image) => ({ sure, right: image < 3 })),
        [0.9, 0.9, 0.9, 0.9].map((sure) => ({ sure, right: true })),
      ],
      [1, 4],
    );
    const front = findFront(scores);
    const { thresholds, cost, room } = surestWithin(scores, front, { accuracy: 0.9, budget: 3 });
    expect(thresholds).toEqual([0.9]);
    expect(cost).toBe(2);
    // The costs 1, 1, 1 and 5 have a deviation of √3, so their mean an error of √3 / 2.
    expect(room).toBeCloseTo(2 / Math.sqrt(3), 12);
  });

  it('that is out of reach is refused, and the most accurate within the budget named', () => {
    const scores = scoresOf(
      [
        [
          { sure: 0.9, right: true },
          { sure: 0.1, right: false },
        ],
        [
          { sure: 0.9, right: true },
          { sure: 0.9, right: true },
        ],
      ],
      [1, 4],
    );
    const front = findFront(scores);
    expect(() => surestWithin(scores, front, { accuracy: 0.9, budget: 2 })).toThrow(
      'no policy reaches an accuracy of 0.9 within a budget of 2; the most accurate reaches 0.5',
    );
    expect(() => surestWithin(scores, front, { accuracy: 0.9, budget: 0.5 })).toThrow(
      'no policy costs at most 0.5; the cheapest costs 1 an image',
    );
    expect(() => surestWithin(scores, front, { accuracy: 90, budget: 2 })).toThrow(
      'accuracy must be a number from 0 to 1, got 90',
    );
  });
});
