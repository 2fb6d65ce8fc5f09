import { describe, expect, it } from 'vitest';
import { createGeneticAlgorithm, minimizeSync, tournamentSelection } from '../../src/index.js';
import { ellipsoid, rastrigin, sphere } from '../objectives.js';

describe('the genetic algorithm', () => {
  it('never loses its elite, nor evaluates it again', () => {
    const strategy = createGeneticAlgorithm({ start: [3, 3, 3], sigma: 1, elites: 2 });
    let last = Number.POSITIVE_INFINITY;
    for (let k = 0; k < 60; k++) {
      strategy.tell(strategy.ask().map(sphere));
      const { values } = JSON.parse(JSON.stringify(strategy)).algorithm;
      expect(values[0]).toBe(strategy.best.value);
      expect(values[1]).toBeLessThanOrEqual(last);
      last = values[1];
    }
  });

  it('reaches the minimum of a separable ellipsoid', () => {
    const start = new Float64Array(5).fill(0.5);
    const strategy = createGeneticAlgorithm({ start, sigma: 0.3, seed: 1 });
    expect(minimizeSync(ellipsoid, strategy, { evaluations: 40_000 }).value).toBeLessThan(1e-6);
  });

  it('finds the valley of many minima from a population all over the box', () => {
    const bounds = { lower: -5, upper: 5 };
    const start = new Float64Array(3).fill(4);
    const selection = tournamentSelection({ size: 3 });
    const first = { initial: 'uniform', populationSize: 100 } as const;
    const options = { start, sigma: 1, bounds, selection, ...first };
    const result = minimizeSync(rastrigin, createGeneticAlgorithm(options), {
      evaluations: 20_000,
    });
    // The next lowest minimum is 0.995.
    expect(result.value).toBeLessThan(0.5);
  });

  it("stops for 'tolX' when the population has gathered", () => {
    const strategy = createGeneticAlgorithm({ start: [1, 1], sigma: 1, tolX: 1e-3 });
    expect(minimizeSync(sphere, strategy, { evaluations: 20_000 }).reason).toBe('tolX');
  });

  it.each([
    [{ elites: 50 }, 'elites must be an integer from 0 to 49, got 50'],
    [{ crossoverRate: 1.5 }, 'crossoverRate must be a number from 0 to 1, got 1.5'],
    [
      { initial: 'uniform' as const },
      "initial: 'uniform' needs finite bounds, got none at coordinate 0; set bounds or use 'normal'",
    ],
    [{ tolX: -1 }, 'tolX must be a number of at least 0, got -1'],
  ])('refuses %j', (wrong, message) => {
    expect(() => createGeneticAlgorithm({ start: [1], sigma: 1, ...wrong })).toThrow(
      new RangeError(message),
    );
  });
});
