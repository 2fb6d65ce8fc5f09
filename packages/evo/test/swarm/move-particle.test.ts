import { describe, expect, it } from 'vitest';
import { createSearchSpace } from '../../src/bounds/search-space.js';
import { createRandom } from '../../src/random/create-random.js';
import { moveParticle } from '../../src/swarm/move-particle.js';

const space = createSearchSpace({ start: [0, 0], sigma: 1, bounds: { lower: -10, upper: 10 } });
const rule = { keep: 1, own: 2, swarm: 2, velocityLimit: Number.POSITIVE_INFINITY };

describe('a step of a particle', () => {
  it('is the published rule: v + c1 rand (pbest - x) + c2 rand (gbest - x), a number a coordinate', () => {
    const random = createRandom(7);
    const [r1, r2, r3, r4] = Array.from({ length: 4 }, random.uniform);
    const [x, v] = [Float64Array.of(1, 2), Float64Array.of(0.5, -0.5)];
    const [pbest, gbest] = [Float64Array.of(0, 1), Float64Array.of(-1, 3)];
    const moved = moveParticle(x, v, pbest, gbest, rule, space, createRandom(7));
    expect(moved.v[0]).toBeCloseTo(0.5 - 2 * r1 - 4 * r2, 14);
    expect(moved.v[1]).toBeCloseTo(-0.5 - 2 * r3 + 2 * r4, 14);
    expect(moved.x[0]).toBe(1 + moved.v[0]);
  });

  it('is no longer than the limit in a coordinate', () => {
    const x = Float64Array.of(0, 0);
    const v = Float64Array.of(5, -0.1);
    const limited = { ...rule, velocityLimit: 2 };
    expect(moveParticle(x, v, x, x, limited, space, createRandom(1)).v).toEqual(
      Float64Array.of(2, -0.1),
    );
  });

  it('ends at a bound, at rest in that coordinate', () => {
    const x = Float64Array.of(9, 0);
    const v = Float64Array.of(5, 1);
    const moved = moveParticle(x, v, x, x, rule, space, createRandom(1));
    expect(moved).toEqual({ x: Float64Array.of(10, 1), v: Float64Array.of(0, 1) });
  });
});
