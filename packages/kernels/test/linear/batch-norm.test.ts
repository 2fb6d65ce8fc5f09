import fc from 'fast-check';
import { describe, it } from 'vitest';
import { batchNorm, batchNormBackward, columnMoments } from '../../src/linear/index.js';
import { integers, reals, zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const epsilon = 1 / 1024;

const problems = fc.record({ rows: integers(1, 5), columns: integers(1, 19) }).chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    input: reals(shape.rows * shape.columns),
    upstream: reals(shape.rows * shape.columns),
    gamma: reals(shape.columns),
    beta: reals(shape.columns),
    ofBatch: fc.boolean(),
  }),
);

describe('columnMoments', () => {
  it('is mean and variance of each column, compiled and in its twin', () => {
    fc.assert(
      fc.property(problems, ({ shape, input, gamma }) => {
        const { rows, columns } = shape;
        const { simd, scalar } = runOnBoth({ matrix: input, mean: gamma, variance: gamma }, (at) =>
          columnMoments({ ...at, ...shape }),
        );
        const column = (c: number): number[] => input.filter((_, place) => place % columns === c);
        const means = gamma.map((_, c) => column(c).reduce((sum, x) => sum + x, 0) / rows);
        expectClose(simd.mean, means);
        expectClose(scalar.mean, means);
        const variances = means.map(
          (mean, c) => column(c).reduce((sum, x) => sum + (x - mean) ** 2, 0) / rows,
        );
        expectClose(simd.variance, variances);
        expectClose(scalar.variance, variances);
      }),
    );
  });
});

describe('batchNorm', () => {
  it('is the same compiled and in its twin, forward and backward, at any shape', () => {
    fc.assert(
      fc.property(problems, ({ shape, input, upstream, gamma, beta, ofBatch }) => {
        const mean = beta.map((value) => value / 2);
        const variance = gamma.map(Math.abs);
        const constants = { input, mean, variance, gamma };
        const forward = runOnBoth(
          { ...constants, beta, output: zeros(input.length), scale: zeros(gamma.length) },
          (at) => batchNorm({ ...at, ...shape, epsilon }),
        );
        expectClose(forward.simd.output, forward.scalar.output, 1e-5);
        const backward = runOnBoth(
          {
            ...constants,
            outputGradient: upstream,
            inputGradient: zeros(input.length),
            gammaGradient: gamma,
            betaGradient: beta,
            scratch: zeros(3 * gamma.length),
          },
          (at) => batchNormBackward({ ...at, ...shape, epsilon, ofBatch }),
        );
        // Variances near 0 make large terms, which cancel.
        const size = Math.max(1, ...backward.scalar.gammaGradient.map(Math.abs)) / epsilon;
        expectClose(backward.simd.inputGradient, backward.scalar.inputGradient, 1e-6 * size);
        expectClose(backward.simd.gammaGradient, backward.scalar.gammaGradient, 1e-4);
        expectClose(backward.simd.betaGradient, backward.scalar.betaGradient, 1e-5);
      }),
    );
  });

  it('takes away the mean and divides by the deviation', () => {
    const { simd } = runOnBoth(
      { input: [1, 5, 3, 9], mean: [2, 7], variance: [3, 0], gamma: [4, 2], beta: [10, 0] },
      ({ input, ...at }) =>
        // The factors may take the place of what is not needed again.
        batchNorm({
          ...at,
          input,
          output: input,
          rows: 2,
          columns: 2,
          epsilon: 1,
          scale: at.variance,
        }),
    );
    expectClose(simd.input, [8, -4, 12, 4]);
  });
});
