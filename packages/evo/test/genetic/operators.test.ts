import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearchSpace } from '../../src/bounds/search-space.js';
import {
  blendCrossover,
  gaussianMutation,
  pointCrossover,
  rankSelection,
  resetMutation,
  simulatedBinaryCrossover,
  tournamentSelection,
  truncationSelection,
  uniformCrossover,
} from '../../src/index.js';
import { createRandom } from '../../src/random/create-random.js';

const parents = fc
  .array(fc.tuple(fc.double({ min: -9, max: 9 }), fc.double({ min: -9, max: 9 })), { minLength: 1 })
  .filter((pairs) => pairs.flat().every(Number.isFinite))
  .map((pairs) => [Float64Array.from(pairs, ([a]) => a), Float64Array.from(pairs, ([, b]) => b)]);

describe('crossovers', () => {
  it.each([pointCrossover(), pointCrossover({ points: 3 }), uniformCrossover()])(
    'that swap coordinates keep every number: $name',
    (crossover) => {
      fc.assert(
        fc.property(parents, fc.integer(), ([a, b], seed) => {
          const [c, d] = crossover.cross(a, b, createRandom(seed));
          for (let i = 0; i < a.length; i++) {
            const isSwapped = Object.is(c[i], b[i]) && Object.is(d[i], a[i]);
            expect(isSwapped || (Object.is(c[i], a[i]) && Object.is(d[i], b[i]))).toBe(true);
          }
        }),
      );
    },
  );

  it('with one cut swap the rest from there on', () => {
    const [c] = pointCrossover().cross(
      new Float64Array(50),
      new Float64Array(50).fill(1),
      createRandom(1),
    );
    expect([...c]).toEqual([...c].sort());
    expect(c[49]).toBe(1);
  });

  it('blend within the parents and half their distance beyond', () => {
    fc.assert(
      fc.property(parents, fc.integer(), ([a, b], seed) => {
        for (const child of blendCrossover().cross(a, b, createRandom(seed))) {
          child.forEach((value, i) => {
            const reach = Math.abs(a[i] - b[i]);
            expect(Math.abs(value - (a[i] + b[i]) / 2)).toBeLessThanOrEqual(reach + 1e-12);
          });
        }
      }),
    );
  });

  it('like binary numbers keep the mean of the parents', () => {
    fc.assert(
      fc.property(parents, fc.integer(), ([a, b], seed) => {
        const [c, d] = simulatedBinaryCrossover().cross(a, b, createRandom(seed));
        for (let i = 0; i < a.length; i++) {
          const tolerance = 1e-12 * (1 + Math.abs(c[i]));
          expect(Math.abs(c[i] + d[i] - a[i] - b[i])).toBeLessThanOrEqual(tolerance);
        }
      }),
    );
  });
});

describe('selections', () => {
  const meanRank = (select: (count: number) => number): number => {
    const ranks = Array.from({ length: 20_000 }, () => select(11));
    expect(Math.min(...ranks)).toBe(0);
    expect(Math.max(...ranks)).toBeLessThan(11);
    return ranks.reduce((a, b) => a + b) / ranks.length;
  };
  const random = createRandom(1);

  // Expected ranks worked out by hand for 11 members.
  it('by tournament prefer the better of two', () => {
    expect(meanRank((count) => tournamentSelection().select(count, random))).toBeCloseTo(3.18, 0);
  });

  it('by rank at pressure 1 take all alike, at 2 never the last', () => {
    const level = rankSelection({ pressure: 1 });
    expect(meanRank((count) => level.select(count, random))).toBeCloseTo(5, 0);
    const steep = rankSelection({ pressure: 2 });
    expect(meanRank((count) => steep.select(count, random))).toBeCloseTo(3, 0);
  });

  it('by truncation take the best share only', () => {
    const selection = truncationSelection({ share: 0.3 });
    expect(meanRank((count) => selection.select(count, random))).toBeCloseTo(1, 0);
    expect(truncationSelection({ share: 0 }).select(5, random)).toBe(0);
  });
});

describe('mutations', () => {
  const space = createSearchSpace({ start: [5, 5], sigma: 1, bounds: { lower: 4, upper: 9 } });
  const deviations = Float64Array.of(0, 2);

  it('follow the deviations of the population', () => {
    const random = createRandom(2);
    const mutation = gaussianMutation({ rate: 1 });
    const draws = Array.from({ length: 5000 }, () =>
      mutation.mutate(Float64Array.of(1, 1), { space, random, deviations }),
    );
    expect(draws.every(([first]) => first === 1)).toBe(true);
    const variance = draws.reduce((sum, [, value]) => sum + (value - 1) ** 2, 0) / 5000;
    expect(Math.sqrt(variance)).toBeCloseTo(2, 0);
  });

  it('change about one coordinate by default', () => {
    const random = createRandom(3);
    const mutation = gaussianMutation({ step: 1 });
    let changed = 0;
    for (let k = 0; k < 2000; k++) {
      const x = mutation.mutate(new Float64Array(10), { space, random, deviations });
      changed += x.filter((value) => value !== 0).length;
    }
    expect(changed / 2000).toBeCloseTo(1, 0);
  });

  it('draw a coordinate anew from the whole box', () => {
    const random = createRandom(4);
    const mutation = resetMutation({ rate: 1 });
    const draws = Array.from({ length: 1000 }, () =>
      mutation.mutate(Float64Array.of(5, 5), { space, random, deviations }),
    ).flatMap((x) => [...x]);
    expect(Math.min(...draws)).toBeLessThan(4.1);
    expect(Math.max(...draws)).toBeGreaterThan(8.9);
  });
});

describe('operators out of range', () => {
  it.each([
    [() => tournamentSelection({ size: 0 }), 'size must be an integer of at least 1, got 0'],
    [() => rankSelection({ pressure: 3 }), 'pressure must be a number from 1 to 2, got 3'],
    [() => truncationSelection({ share: 2 }), 'share must be a number from 0 to 1, got 2'],
    [() => pointCrossover({ points: 0 }), 'points must be an integer of at least 1, got 0'],
    [() => uniformCrossover({ rate: -1 }), 'rate must be a number from 0 to 1, got -1'],
    [() => blendCrossover({ alpha: -1 }), 'alpha must be a number of at least 0, got -1'],
    [() => simulatedBinaryCrossover({ eta: -1 }), 'eta must be a number of at least 0, got -1'],
    [() => gaussianMutation({ step: 0 }), 'step must be a finite number above 0, got 0'],
    [() => resetMutation({ rate: 2 }), 'rate must be a number from 0 to 1, got 2'],
  ])('%s is refused', (make, message) => {
    expect(make).toThrow(new RangeError(message));
  });
});
