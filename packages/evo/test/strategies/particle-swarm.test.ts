import { describe, expect, it } from 'vitest';
import { createParticleSwarm, minimizeSync } from '../../src/index.js';
import { rosenbrock, sphere } from '../objectives.js';

const start = new Float64Array(10).fill(0.5);

describe('the particle swarm', () => {
  it.each(['inertia', 'constriction'] as const)(
    'with %s reaches the minimum of a sphere',
    (variant) => {
      const strategy = createParticleSwarm({ start, sigma: 0.3, variant });
      const result = minimizeSync(sphere, strategy, { target: 1e-8, evaluations: 40_000 });
      expect(result.reason).toBe('target');
    },
  );

  it('is held together by its velocity limit in the original rule', () => {
    const spread = (velocityLimit?: number): number => {
      const options = { start, sigma: 0.3, variant: 'original', velocityLimit } as const;
      const strategy = createParticleSwarm(options);
      minimizeSync(sphere, strategy, { evaluations: 4000 });
      return strategy.sigma;
    };
    expect(spread()).toBeLessThan(3);
    expect(spread(1e9)).toBeGreaterThan(1000);
  });

  it('sees only its neighbours in a ring, and gathers later', () => {
    const options = { start, sigma: 0.3, seed: 1 };
    const all = createParticleSwarm(options);
    const ring = createParticleSwarm({ ...options, topology: 'ring' });
    for (const strategy of [all, ring]) minimizeSync(rosenbrock, strategy, { evaluations: 4000 });
    expect(ring.sigma).toBeGreaterThan(all.sigma);
  });

  it("stops for 'tolX' when it has gathered", () => {
    const strategy = createParticleSwarm({ start: [1, 1], sigma: 1, tolX: 1e-6 });
    expect(minimizeSync(sphere, strategy, { evaluations: 100_000 }).reason).toBe('tolX');
  });

  it.each([
    [{ velocityLimit: 0 }, RangeError, 'velocityLimit must be a number above 0, got 0'],
    [{ topology: 'star' }, TypeError, "topology must be 'global' or 'ring', got star"],
    [
      { variant: 'quantum' },
      TypeError,
      "variant must be 'original', 'inertia' or 'constriction', got quantum",
    ],
  ])('refuses %j', (wrong, type, message) => {
    expect(() => createParticleSwarm({ start: [1], sigma: 1, ...(wrong as object) })).toThrow(
      new type(message),
    );
  });
});
