import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCmaEs, type Strategy, strategyFrom } from '../../src/index.js';
import { everyStrategy } from '../every-strategy.js';
import { ellipsoid, rastrigin, sphere } from '../objectives.js';

const names = Object.keys(everyStrategy);

function step(strategy: Strategy, objective = ellipsoid): void {
  strategy.tell(strategy.ask().map(objective));
}

describe.each(names)('%s', (name) => {
  const create = everyStrategy[name];

  it('goes on bit by bit after a JSON round trip, at any point of a generation', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer(),
        fc.nat({ max: 25 }),
        fc.boolean(),
        fc.boolean(),
        fc.nat({ max: 3 }),
        (dimension, seed, generations, hasBounds, isPending, injections) => {
          const bounds = hasBounds ? { lower: -0.5, upper: Number.POSITIVE_INFINITY } : undefined;
          const start = new Float64Array(dimension).fill(0.25);
          const one = create({ start, sigma: 0.4, seed, bounds });
          for (let k = 0; k < generations; k++) step(one, rastrigin);
          for (let k = 0; k < injections; k++) one.inject(start.map((value) => value + k));
          if (isPending) {
            one.ask();
            one.inject(start);
          }
          const other = strategyFrom(JSON.parse(JSON.stringify(one)));
          for (let k = 0; k < 5; k++) {
            expect(other.ask()).toEqual(one.ask());
            step(one, rastrigin);
            step(other, rastrigin);
          }
          expect(JSON.stringify(other)).toBe(JSON.stringify(one));
          expect([other.generation, other.evaluations, other.best, other.stop()]).toEqual([
            one.generation,
            one.evaluations,
            one.best,
            one.stop(),
          ]);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('gives the same candidates for the same seed, and others for another', () => {
    const candidates = (seed: number): Float64Array[] => {
      const strategy = create({ start: [1, 2, 3], sigma: 1, seed });
      for (let k = 0; k < 3; k++) step(strategy, sphere);
      return strategy.ask();
    };
    expect(candidates(5)).toEqual(candidates(5));
    expect(candidates(5)).not.toEqual(candidates(6));
  });

  it('asks only within the bounds, and its best and its mean lie there', () => {
    const bounds = { lower: [-1, 0, -2], upper: [1, 3, 0] };
    const strategy = create({ start: [0, 1, -1], sigma: 2, bounds });
    const isWithin = (x: Float64Array): boolean =>
      x.every((value, i) => value >= bounds.lower[i] && value <= bounds.upper[i]);
    for (let k = 0; k < 40; k++) {
      const candidates = strategy.ask();
      expect(candidates.every(isWithin)).toBe(true);
      strategy.tell(candidates.map(([a, b, c]) => (a - 5) ** 2 + b ** 2 + (c - 1) ** 2));
    }
    expect(isWithin(strategy.mean)).toBe(true);
    expect(strategy.best.x[0]).toBeGreaterThan(0.9);
    expect(strategy.best.x[2]).toBeGreaterThan(-0.2);
  });

  it('comes nearer to the minimum of a sphere', () => {
    const strategy = create({ start: [3, -2, 1, 4], sigma: 1, seed: 2 });
    for (let k = 0; k < 150; k++) step(strategy, sphere);
    expect(strategy.best.value).toBeLessThan(0.3);
    expect(strategy.best.value).toBe(sphere(strategy.best.x));
  });

  it('counts generations and evaluations', () => {
    const strategy = create({ start: [1, 1], sigma: 1, populationSize: 7 });
    for (let k = 0; k < 4; k++) step(strategy);
    expect([strategy.generation, strategy.evaluations]).toEqual([4, 28]);
  });

  it('proposes an injected point, and knows it for the best', () => {
    const strategy = create({ start: [3, 4], sigma: 0.5 });
    for (let k = 0; k < 3; k++) {
      strategy.inject([0, 0]);
      expect(strategy.ask()).toContainEqual(Float64Array.of(0, 0));
      step(strategy, sphere);
    }
    expect(strategy.best).toEqual({ x: Float64Array.of(0, 0), value: 0 });
  });

  it('asks for the same candidates until told, whatever is done to the copies', () => {
    const strategy = create({ start: [1, 2], sigma: 1 });
    const first = strategy.ask();
    const kept = first.map((x) => x.slice());
    first[0].fill(99);
    expect(strategy.ask()).toEqual(kept);
  });

  it('bears infinite values, and NaN where it counts as the worst', () => {
    const strategy = create({ start: [1, 2], sigma: 1, nan: 'worst' });
    for (let k = 0; k < 30; k++) {
      strategy.tell(strategy.ask().map((x, i) => (i % 3 === 0 ? Number.NaN : sphere(x))));
    }
    for (let k = 0; k < 3; k++) strategy.tell(strategy.ask().map(() => Number.POSITIVE_INFINITY));
    expect(strategy.ask().every((x) => x.every(Number.isFinite))).toBe(true);
    expect(Number.isFinite(strategy.best.value)).toBe(true);
  });

  it('refuses NaN with its place, and then still takes better values', () => {
    const strategy = create({ start: [1, 2], sigma: 1 });
    const values = strategy.ask().map(sphere);
    const broken = values.map((value, k) => (k === 1 ? Number.NaN : value));
    expect(() => strategy.tell(broken)).toThrow(
      new RangeError(
        "values[1] must be a number, got NaN; with nan: 'worst' it counts as the worst",
      ),
    );
    strategy.tell(values);
    expect(strategy.generation).toBe(1);
  });

  it('refuses a population of 1', () => {
    expect(() => create({ start: [1], sigma: 1, populationSize: 1 })).toThrow(
      new RangeError('populationSize must be an integer of at least 2, got 1'),
    );
  });

  it('works in one dimension and with a population of 2', () => {
    const strategy = create({ start: [1], sigma: 0.5, populationSize: 2 });
    for (let k = 0; k < 30; k++) step(strategy, sphere);
    expect(strategy.best.value).toBeLessThanOrEqual(1);
  });
});

describe('the options that all strategies share', () => {
  const good = { start: [0.5, 0.5], sigma: 1 };

  it.each([
    [{ sigma: 0 }, 'sigma must be a finite number above 0, got 0'],
    [{ sigma: -1 }, 'sigma must be a finite number above 0, got -1'],
    [{ sigma: Number.NaN }, 'sigma must be a finite number above 0, got NaN'],
    [{ start: [] }, 'start must hold at least one number, got none'],
    [{ start: [1, Number.NaN] }, 'start must hold finite numbers, got NaN at coordinate 1'],
    [
      { bounds: { lower: 1, upper: 0 } },
      'bounds.lower must be below bounds.upper, got 1 and 0 at coordinate 0',
    ],
    [
      { bounds: { lower: [0, 2], upper: 2 } },
      'bounds.lower must be below bounds.upper, got 2 and 2 at coordinate 1',
    ],
    [{ bounds: { lower: [0], upper: 2 } }, 'bounds.lower must hold 2 numbers, got 1'],
    [
      { bounds: { lower: 0, upper: [1, 0.25] } },
      'start must lie within the bounds 0 to 0.25, got 0.5 at coordinate 1',
    ],
    [
      { bounds: { lower: 0, upper: Number.NaN } },
      'bounds.lower must be below bounds.upper, got 0 and NaN at coordinate 0',
    ],
    [{ seed: 0.5 }, 'seed must be an integer from -2^53 to 2^53, got 0.5'],
  ])('refuses %j in one line', (wrong, message) => {
    expect(() => createCmaEs({ ...good, ...wrong })).toThrow(new RangeError(message));
  });

  it('refuses a start that is no array, and an unknown word for NaN', () => {
    expect(() => createCmaEs(JSON.parse('{"start": 3, "sigma": 1}'))).toThrow(
      new TypeError('start must be an array of numbers, got 3'),
    );
    expect(() => createCmaEs(JSON.parse('{"start": [3], "sigma": 1, "nan": "skip"}'))).toThrow(
      new TypeError("nan must be 'error' or 'worst', got skip"),
    );
  });
});

describe('tell', () => {
  it('refuses values before ask, and a wrong number of them', () => {
    const strategy = createCmaEs({ start: [0, 0], sigma: 1 });
    expect(() => strategy.tell([1, 2])).toThrow('tell must follow ask');
    strategy.ask();
    expect(() => strategy.tell([1, 2])).toThrow(
      new RangeError('values must hold one number a candidate, 6, got 2'),
    );
    expect(() => strategy.tell(JSON.parse('["1",2,3,4,5,6]'))).toThrow(
      new TypeError('values[0] must be a number, got 1'),
    );
    expect(() => strategy.tell(JSON.parse('7'))).toThrow(TypeError);
  });
});

describe('inject', () => {
  it('refuses a wrong length, what is not finite, and what is out of bounds', () => {
    const strategy = createCmaEs({ start: [0, 0], sigma: 1, bounds: { lower: -1, upper: 1 } });
    expect(() => strategy.inject([1])).toThrow('the injected point must hold 2 numbers, got 1');
    expect(() => strategy.inject([1, Number.NaN])).toThrow('got NaN at coordinate 1');
    expect(() => strategy.inject([1, 2])).toThrow('the injected point must lie within the bounds');
  });

  it('lets what a generation has no room for wait for the next', () => {
    const strategy = createCmaEs({ start: [0, 0], sigma: 1, populationSize: 2 });
    for (let k = 1; k <= 3; k++) strategy.inject([k, k]);
    expect(strategy.ask()).toEqual([Float64Array.of(1, 1), Float64Array.of(2, 2)]);
    step(strategy);
    expect(strategy.ask()[0]).toEqual(Float64Array.of(3, 3));
  });
});
