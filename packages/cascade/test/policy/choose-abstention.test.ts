import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseAbstention, evaluateScores } from '../../src/index.js';
import { randomScores, scoresOf } from '../search/random-scores.js';

it('answers as many images as it can with the accuracy, of all levels tried', () => {
  fc.assert(
    fc.property(randomScores(2, 20), fc.integer({ min: 0, max: 10 }), (scores, tenth) => {
      const accuracy = tenth / 10;
      const tried = [1, ...scores[1].confidence, 0].map((below) =>
        evaluateScores(scores, [0.5], below),
      );
      const enough = tried.filter((found) => found.accuracy >= accuracy);
      if (enough.length === 0) {
        expect(() => chooseAbstention(scores, [0.5], accuracy)).toThrow(
          /^no abstention of the last stage reaches an accuracy of .*; the best reaches/,
        );
        return;
      }
      const found = evaluateScores(scores, [0.5], chooseAbstention(scores, [0.5], accuracy));
      expect(found.accuracy).toBeGreaterThanOrEqual(accuracy);
      expect(found.coverage).toBe(Math.max(...enough.map(({ coverage }) => coverage)));
    }),
  );
});

it('answers all where that is accurate enough', () => {
  const scores = scoresOf([[{ sure: 0.4, right: true }]], [1]);
  expect(chooseAbstention(scores, [], 1)).toBe(0);
});
