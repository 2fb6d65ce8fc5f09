import { describe, expect, it } from 'vitest';
import { createGaussianEs, minimizeSync } from '../../src/index.js';
import { sphere } from '../objectives.js';

describe('the Gaussian evolution strategy', () => {
  it('samples around the best of the last generation', () => {
    const strategy = createGaussianEs({ start: [3, 3], sigma: 0.1, step: 'constant' });
    const candidates = strategy.ask();
    const values = candidates.map(sphere);
    strategy.tell(values);
    expect(strategy.mean).toEqual(candidates[values.indexOf(Math.min(...values))]);
    expect(strategy.sigma).toBe(0.1);
  });

  it('converges with the success rule, and stays at the size of a constant step', () => {
    const run = (step: 'success-rule' | 'constant'): number => {
      const strategy = createGaussianEs({ start: [0.5, 0.5, 0.5, 0.5], sigma: 0.3, step });
      return minimizeSync(sphere, strategy, { evaluations: 6000 }).value;
    };
    expect(run('success-rule')).toBeLessThan(1e-10);
    expect(run('constant')).toBeGreaterThan(1e-6);
  });

  it('keeps its parent where it is elitist and no child is better', () => {
    const strategy = createGaussianEs({ start: [1], sigma: 1, elitist: true });
    strategy.tell(strategy.ask().map(() => 1));
    const parent = strategy.mean;
    strategy.tell(strategy.ask().map(() => 2));
    expect(strategy.mean).toEqual(parent);
  });

  it('refuses an unknown rule for the step', () => {
    expect(() => createGaussianEs(JSON.parse('{"start":[1],"sigma":1,"step":"big"}'))).toThrow(
      new TypeError("step must be 'success-rule' or 'constant', got big"),
    );
  });
});
