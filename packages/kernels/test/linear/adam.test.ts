import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adam } from '../../src/linear/index.js';
import { integers, reals, zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const OPTIONS = { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

const problems = integers(1, 4).chain((blocks) =>
  fc.record({
    weights: reals(4 * blocks),
    gradients: reals(4 * blocks),
    first: reals(4 * blocks),
    second: reals(4 * blocks).map((values) => values.map(Math.abs)),
    step: integers(1, 50),
    weightDecay: fc.constantFrom(0, 0.5),
  }),
);

describe('adam', () => {
  it('is the same compiled and in its twin', () => {
    fc.assert(
      fc.property(problems, ({ step, weightDecay, ...arrays }) => {
        const { simd, scalar } = runOnBoth(arrays, (at) =>
          adam({ ...at, ...OPTIONS, count: arrays.weights.length, weightDecay, step }),
        );
        for (const name of ['weights', 'first', 'second'] as const) {
          expectClose(simd[name], scalar[name], 1e-5);
        }
        expect(simd.gradients).toEqual(arrays.gradients);
      }),
    );
  });

  it('moves by the learning rate at first, whatever the size of the gradient', () => {
    const { simd } = runOnBoth(
      { weights: zeros(4), gradients: [1e-3, -1e3, 0, 1], first: zeros(4), second: zeros(4) },
      (at) => adam({ ...at, ...OPTIONS, count: 4, weightDecay: 0, step: 1 }),
    );
    expectClose(simd.weights, [-0.01, 0.01, 0, -0.01], 1e-5);
  });

  it('shrinks weights by rate times decay where there is no gradient', () => {
    const { simd } = runOnBoth(
      { weights: [1, 2, -4, 8], gradients: zeros(4), first: zeros(4), second: zeros(4) },
      (at) => adam({ ...at, ...OPTIONS, count: 4, weightDecay: 0.5, step: 3 }),
    );
    expectClose(simd.weights, [0.995, 1.99, -3.98, 7.96], 1e-6);
  });
});
