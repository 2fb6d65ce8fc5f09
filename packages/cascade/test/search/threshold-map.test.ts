import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateScores, thresholdMap } from '../../src/index.js';
import { randomScores, scoresOf } from './random-scores.js';

it.each([{ steps: [40, 40] as const }, { steps: [50, 100] as const, from: [0.97, 0.74] as const }])(
  'has at each pair of $steps thresholds what they come to',
  (options) => {
    fc.assert(
      fc.property(
        randomScores(3, 30),
        fc.nat(options.steps[0] - 1),
        fc.nat(options.steps[1] - 1),
        (scores, row, column) => {
          const map = thresholdMap(scores, options);
          const thresholds = [map.first[row], map.second[column]];
          const { accuracy, macs } = evaluateScores(scores, thresholds);
          expect(map.accuracy[row * options.steps[1] + column]).toBeCloseTo(accuracy, 12);
          expect(map.cost[row * options.steps[1] + column]).toBeCloseTo(macs, 9);
        },
      ),
      { numRuns: 100 },
    );
  },
);

it('has both ends of the grid, and refuses one outside 0 to 1', () => {
  const scores = scoresOf(
    [0, 1, 2].map(() => [{ sure: 0.5, right: true }]),
    [1, 2, 3],
  );
  const { first, second } = thresholdMap(scores, { steps: [3, 2], from: [0, 0.5] });
  expect([...first]).toEqual([0, 0.5, 1]);
  expect([...second]).toEqual([0.5, 1]);
  expect(() => thresholdMap(scores, { to: [1, 1.5] })).toThrow(
    'to must be a number from 0 to 1, got 1.5',
  );
  expect(() => thresholdMap(scores.slice(1))).toThrow('a threshold map is of three stages, got 2');
});
