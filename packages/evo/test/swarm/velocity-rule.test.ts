import { describe, expect, it } from 'vitest';
import { velocityRule } from '../../src/swarm/velocity-rule.js';

describe('the rule of the velocity', () => {
  it('keeps all of it in the original', () => {
    expect(velocityRule({ variant: 'original' })(5)).toEqual({ keep: 1, own: 2, swarm: 2 });
  });

  // Clerc and Kennedy 2002: φ = 4.1 gives χ = 0.7298.
  it('is constricted by 0.7298 for c1 = c2 = 2.05', () => {
    const { keep, own, swarm } = velocityRule({})(0);
    expect(keep).toBeCloseTo(0.7298, 4);
    expect(own).toBeCloseTo(1.4962, 4);
    expect(swarm).toBe(own);
  });

  it('lowers the inertia over the generations, then holds it', () => {
    const inertia = { from: 0.9, to: 0.4, generations: 10 };
    const rule = velocityRule({ variant: 'inertia', inertia, c1: 2, c2: 1 });
    expect([0, 5, 10, 20].map((generation) => rule(generation).keep)).toEqual([
      0.9, 0.65, 0.4, 0.4,
    ]);
    expect(rule(0)).toMatchObject({ own: 2, swarm: 1 });
  });

  it('refuses a constriction of too little pull, and weights below 0', () => {
    expect(() => velocityRule({ c1: 1, c2: 2 })).toThrow(
      new RangeError('c1 + c2 must be above 4 for the constriction, got 3'),
    );
    expect(() => velocityRule({ c1: -1 })).toThrow('c1 must be a number of at least 0, got -1');
    expect(() => velocityRule({ variant: 'inertia', inertia: -1 })).toThrow(
      'inertia must be a number of at least 0, got -1',
    );
  });
});
