import { describe, expect, it } from 'vitest';
import { createCmaEs, createSeparableCmaEs, type Strategy } from '../../src/index.js';
import { cigar, ellipsoid, rosenbrock, sphere, type TestObjective } from '../objectives.js';

function evaluationsTo(target: number, strategy: Strategy, objective: TestObjective): number {
  while (strategy.best.value > target && strategy.evaluations < 100_000) {
    strategy.tell(strategy.ask().map(objective));
  }
  return strategy.evaluations;
}

describe('CMA-ES', () => {
  // Evaluations of pycma 4 with its defaults, medians of 11 seeds.
  it.each([
    ['sphere', 10, sphere, 1260],
    ['ellipsoid', 10, ellipsoid, 3830],
    ['Rosenbrock', 10, rosenbrock, 4980],
    ['cigar', 10, cigar, 3760],
    ['sphere', 20, sphere, 2388],
    ['ellipsoid', 20, ellipsoid, 12_768],
    ['Rosenbrock', 20, rosenbrock, 16_248],
    ['cigar', 20, cigar, 7632],
  ])(
    'takes as many evaluations as pycma on the %s in %i dimensions',
    (name, n, objective, pycma) => {
      const start = new Float64Array(n).fill(name === 'Rosenbrock' ? 0 : 0.5);
      const evaluations = Array.from({ length: 11 }, (_, k) =>
        evaluationsTo(1e-8, createCmaEs({ start, sigma: 0.3, seed: k + 1 }), objective),
      ).sort((a, b) => a - b);
      expect(evaluations[5] / pycma).toBeLessThan(1.15);
      expect(evaluations[5] / pycma).toBeGreaterThan(0.85);
    },
  );

  const turned: TestObjective = ([a, b]) => ellipsoid(Float64Array.of(a + b, a - b));

  it('does not care for monotone changes of the objective', () => {
    const [one, other] = [turned, (x: Float64Array) => Math.cbrt(turned(x))].map((objective) => {
      const strategy = createCmaEs({ start: [0.5, 0.5], sigma: 0.3, seed: 3 });
      for (let k = 0; k < 80; k++) strategy.tell(strategy.ask().map(objective));
      return strategy.best.x;
    });
    expect(one).toEqual(other);
  });

  it('does not care how the objective is turned, while the separable one does', () => {
    const options = { start: [0.5, 0.25], sigma: 0.3 };
    const straight = evaluationsTo(1e-8, createCmaEs(options), ellipsoid);
    expect(evaluationsTo(1e-8, createCmaEs(options), turned)).toBeLessThan(1.5 * straight);
    const separable = evaluationsTo(1e-8, createSeparableCmaEs(options), turned);
    expect(separable).toBeGreaterThan(3 * straight);
  });

  it('learns the axes of an ellipsoid', () => {
    const strategy = createCmaEs({ start: [1, 1, 1], sigma: 1 });
    for (let k = 0; k < 200; k++) strategy.tell(strategy.ask().map(ellipsoid));
    expect(strategy.axisRatio).toBeGreaterThan(200);
    expect(strategy.axisRatio).toBeLessThan(5000);
  });

  it('becomes separable above the stated dimension only', () => {
    const size = (n: number, options = {}): number =>
      JSON.stringify(createCmaEs({ start: new Float64Array(n), sigma: 1, ...options })).length;
    expect(size(200)).toBeGreaterThan(100_000);
    expect(size(201)).toBeLessThan(5000);
    expect(size(20, { separableAbove: 19 })).toBeLessThan(size(20) / 2);
    expect(size(201, { covariance: 'full' })).toBeGreaterThan(100_000);
  });

  it('is the separable one when told so', () => {
    const options = { start: [0.5, 0.25, 1], sigma: 1 };
    const one = createCmaEs({ ...options, covariance: 'separable' });
    const other = createSeparableCmaEs(options);
    for (let k = 0; k < 20; k++) {
      one.tell(one.ask().map(ellipsoid));
      other.tell(other.ask().map(ellipsoid));
    }
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it('needs fewer evaluations with the active update than without it', () => {
    const run = (active: boolean): number => {
      const start = new Float64Array(10).fill(0.5);
      return evaluationsTo(1e-8, createCmaEs({ start, sigma: 0.3, active }), ellipsoid);
    };
    expect(run(true)).toBeLessThan(0.85 * run(false));
  });

  it('samples in mirrored pairs around the mean', () => {
    const strategy = createCmaEs({ start: [1, 2], sigma: 1, mirrored: true, populationSize: 6 });
    for (let k = 0; k < 5; k++) strategy.tell(strategy.ask().map(sphere));
    const { mean } = strategy;
    const candidates = strategy.ask();
    for (let k = 0; k < 6; k += 2) {
      for (let i = 0; i < 2; i++) {
        expect((candidates[k][i] + candidates[k + 1][i]) / 2).toBeCloseTo(mean[i], 12);
      }
    }
  });

  it('uses an injected solution at once', () => {
    const start = new Float64Array(10).fill(5);
    const without = createCmaEs({ start, sigma: 0.1, seed: 1 });
    const helped = createCmaEs({ start, sigma: 0.1, seed: 1 });
    for (let k = 0; k < 30; k++) {
      helped.inject(new Float64Array(10));
      for (const strategy of [without, helped]) strategy.tell(strategy.ask().map(sphere));
    }
    expect(sphere(helped.mean)).toBeLessThan(sphere(without.mean) / 2);
  });

  it.each([
    [
      { covariance: 'diagonal' },
      TypeError,
      "covariance must be 'auto', 'full' or 'separable', got diagonal",
    ],
    [{ separableAbove: -1 }, RangeError, 'separableAbove must be a number of at least 0, got -1'],
    [{ tolFun: -1 }, RangeError, 'tolFun must be a number of at least 0, got -1'],
    [
      { populationSize: 2.5 },
      RangeError,
      'populationSize must be an integer of at least 2, got 2.5',
    ],
  ])('refuses %j', (wrong, type, message) => {
    expect(() => createCmaEs({ start: [1], sigma: 1, ...(wrong as object) })).toThrow(
      new type(message),
    );
  });
});

describe('separable CMA-ES', () => {
  it('solves a separable ellipsoid in far fewer evaluations than the full one', () => {
    const options = { start: new Float64Array(20).fill(0.5), sigma: 0.3 };
    const separable = evaluationsTo(1e-8, createSeparableCmaEs(options), ellipsoid);
    expect(separable).toBeLessThan(0.6 * 12_768);
  });

  it('is what CMA-ES is in 300 dimensions', () => {
    const options = { start: new Float64Array(300).fill(0.5), sigma: 0.3 };
    const run = (strategy: Strategy): number => evaluationsTo(1, strategy, sphere);
    expect(run(createCmaEs(options))).toBe(run(createSeparableCmaEs(options)));
    expect(run(createCmaEs(options))).toBeLessThan(20_000);
  });
});
