import { describe, expect, it } from 'vitest';
import { createBipopCmaEs, createCmaEs, createIpopCmaEs } from '../../src/index.js';
import { rastrigin, sphere } from '../objectives.js';

const bounds = { lower: -5, upper: 5 };
const start = new Float64Array(5).fill(3);

describe('IPOP-CMA-ES', () => {
  it('finds the lowest of many minima where a single run stays in another', () => {
    const one = createCmaEs({ start, sigma: 1, bounds });
    while (!one.stop()) one.tell(one.ask().map(rastrigin));
    expect(one.best.value).toBeGreaterThan(0.5);
    const many = createIpopCmaEs({ start, sigma: 1, bounds });
    while (many.best.value > 1e-8 && !many.stop()) many.tell(many.ask().map(rastrigin));
    expect(many.best.value).toBeLessThan(1e-8);
  });

  it('doubles the population from run to run, then stops', () => {
    const strategy = createIpopCmaEs({ start: [1, 1], sigma: 1, maxRestarts: 3 });
    const sizes = new Set<number>();
    while (!strategy.stop()) {
      sizes.add(strategy.populationSize);
      strategy.tell(strategy.ask().map(sphere));
    }
    expect([...sizes]).toEqual([6, 12, 24, 48]);
    expect(strategy.stop()).toBe('maxRestarts');
  });

  it('refuses a shrinking population', () => {
    expect(() => createIpopCmaEs({ start: [1], sigma: 1, increase: 0.5 })).toThrow(
      'increase must be a finite number of at least 1, got 0.5',
    );
    expect(() => createIpopCmaEs({ start: [1], sigma: 1, maxRestarts: -1 })).toThrow(
      'maxRestarts must be an integer of at least 0, got -1',
    );
  });
});

describe('BIPOP-CMA-ES', () => {
  it('spends about as much on small populations as on large ones', () => {
    const strategy = createBipopCmaEs({ start: [1, 1], sigma: 1, maxRestarts: 4 });
    const spent = { small: 0, large: 0 };
    let largest = 0;
    while (!strategy.stop()) {
      const { populationSize } = strategy;
      largest = Math.max(largest, populationSize);
      strategy.tell(strategy.ask().map(rastrigin));
      spent[populationSize === largest ? 'large' : 'small'] += populationSize;
    }
    expect(largest).toBe(6 * 2 ** 4);
    expect(spent.small / spent.large).toBeGreaterThan(0.2);
    expect(spent.small / spent.large).toBeLessThan(1.2);
  });

  it('finds the lowest of many minima', () => {
    const strategy = createBipopCmaEs({ start, sigma: 1, bounds, seed: 4 });
    while (strategy.best.value > 1e-8 && !strategy.stop()) {
      strategy.tell(strategy.ask().map(rastrigin));
    }
    expect(strategy.best.value).toBeLessThan(1e-8);
  });
});
