import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerNorm, layerNormBackward } from '../../src/linear/index.js';
import { integers, reals, zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const epsilon = 1 / 1024;

const problems = fc.record({ rows: integers(1, 4), columns: integers(1, 11) }).chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    input: reals(shape.rows * shape.columns),
    upstream: reals(shape.rows * shape.columns),
    gamma: reals(shape.columns),
    beta: reals(shape.columns),
  }),
);

describe('layerNorm', () => {
  it('is the same compiled and in its twin, forward and backward, at any shape', () => {
    fc.assert(
      fc.property(problems, ({ shape, input, upstream, gamma, beta }) => {
        const forward = runOnBoth({ input, gamma, beta, output: zeros(input.length) }, (at) =>
          layerNorm({ ...at, ...shape, epsilon }),
        );
        expectClose(forward.simd.output, forward.scalar.output, 1e-4);
        const backward = runOnBoth(
          {
            input,
            gamma,
            outputGradient: upstream,
            inputGradient: zeros(input.length),
            gammaGradient: gamma,
            betaGradient: beta,
          },
          (at) => layerNormBackward({ ...at, ...shape, epsilon }),
        );
        expectClose(backward.simd.inputGradient, backward.scalar.inputGradient, 1e-3);
        expectClose(backward.simd.gammaGradient, backward.scalar.gammaGradient, 1e-4);
        expectClose(backward.simd.betaGradient, backward.scalar.betaGradient, 1e-5);
      }),
    );
  });

  it('makes rows of mean 0 and deviation 1 before gamma and beta', () => {
    const { simd } = runOnBoth(
      { input: [1, 2, 3, 4, 5, 7, 7, 7, 7, 7], gamma: [1, 1, 1, 1, 2], beta: zeros(5) },
      ({ input, gamma, beta }) =>
        layerNorm({ input, output: input, rows: 2, columns: 5, gamma, beta, epsilon: 0.0625 }),
    );
    const root = Math.sqrt(2.0625);
    expectClose(simd.input.slice(0, 5), [-2 / root, -1 / root, 0, 1 / root, 4 / root], 1e-6);
    expect(simd.input.slice(5)).toEqual(zeros(5));
  });
});
