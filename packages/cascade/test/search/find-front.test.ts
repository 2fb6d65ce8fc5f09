import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateScores, findFront } from '../../src/index.js';
import { everyPolicy, undominated } from './brute-force.js';
import { randomScores, scoresOf } from './random-scores.js';

const pairs = (points: readonly { accuracy: number; cost: number }[]) =>
  points.map(({ accuracy, cost }) => ({ accuracy, cost }));

describe('findFront', () => {
  it.each([
    [1, 8, 20],
    [2, 40, 300],
    [3, 14, 300],
    [4, 6, 100],
  ])('finds with %i stages what trying all thresholds finds', (stages, images, runs) => {
    fc.assert(
      fc.property(randomScores(stages, images), (scores) => {
        const front = findFront(scores);
        expect(pairs(front)).toEqual(undominated(everyPolicy(scores)));
      }),
      { numRuns: runs },
    );
  });

  // Blocks and strides of the search are longer than small cases are.
  it('finds with hundreds of images what trying all thresholds finds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        let state = seed;
        const random = (): number => {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          return state / 2 ** 32;
        };
        const rows = [0.2, 0.4, 0.7].map((skill) =>
          Array.from({ length: 500 }, () => ({ sure: random(), right: random() < skill })),
        );
        const scores = scoresOf(rows, [1, 5, 30]);
        expect(pairs(findFront(scores))).toEqual(undominated(everyThreePolicy(scores)));
      }),
      { numRuns: 4 },
    );
  });

  it('gives thresholds that come to the accuracy and the cost it says', () => {
    fc.assert(
      fc.property(randomScores(3, 25), (scores) => {
        for (const { thresholds, accuracy, cost } of findFront(scores)) {
          const found = evaluateScores(scores, thresholds);
          expect(found.accuracy).toBe(accuracy);
          expect(found.macs).toBeCloseTo(cost, 9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never answers at a stage that is wrong and as sure as can be', () => {
    const scores = scoresOf([[{ sure: 1, right: false }], [{ sure: 1, right: true }]], [1, 10]);
    expect(findFront(scores)).toEqual([
      { thresholds: [0], accuracy: 0, cost: 1 },
      { thresholds: ['never'], accuracy: 1, cost: 11 },
    ]);
  });

  it('looks at milliseconds where it is asked to, and says which stage has none', () => {
    const rows = [[{ sure: 0.5, right: true }], [{ sure: 0.5, right: true }]];
    const [first, second] = scoresOf(rows, [1, 10]);
    const timed = [first, second].map((stage) => ({
      ...stage,
      cost: { ...stage.cost, milliseconds: 3 },
    }));
    expect(findFront(timed, { measure: 'milliseconds' })[0].cost).toBe(3);
    expect(() => findFront([timed[0], second], { measure: 'milliseconds' })).toThrow(
      'stage stage 1 has no milliseconds; measure it, or count in macs',
    );
    expect(() => findFront([])).toThrow('a cascade needs at least one stage, got none');
  });
});

/** As `everyPolicy`, by sums over sorted images instead of over all for each pair. */
function everyThreePolicy(scores: ReturnType<typeof scoresOf>) {
  const count = scores[0].correct.length;
  const [a, b, c] = scores.map(({ correct }) => correct);
  const [first, second] = scores.map(({ confidence }) =>
    [...confidence.keys()].sort((x, y) => confidence[y] - confidence[x]),
  );
  const [costA, costB, costC] = scores.map(({ cost }) => cost.macs);
  const found: { accuracy: number; cost: number }[] = [];
  const exited = new Set<number>();
  for (let early = 0; early <= count; early++) {
    if (early > 0) exited.add(first[early - 1]);
    let correct = 0;
    let cost = costA * count + (costB + costC) * (count - early);
    for (let image = 0; image < count; image++) correct += exited.has(image) ? a[image] : c[image];
    found.push({ accuracy: correct / count, cost: cost / count });
    for (const image of second) {
      if (exited.has(image)) continue;
      correct += b[image] - c[image];
      cost -= costC;
      found.push({ accuracy: correct / count, cost: cost / count });
    }
  }
  return found;
}
