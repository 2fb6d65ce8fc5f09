import fc from 'fast-check';
import { describe, it } from 'vitest';
import { batchNorm, batchNormBackward, columnMoments } from '../../src/linear/index.js';
import { integers, reals, zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const epsilon = 1 / 1024;

const problems = fc.record({ rows: integers(1, 9), columns: integers(1, 19) }).chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    input: reals(shape.rows * shape.columns),
    upstream: reals(shape.rows * shape.columns),
    gamma: reals(shape.columns),
    beta: reals(shape.columns),
    ofBatch: fc.boolean(),
    relu: fc.boolean(),
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

describe('columnMoments of many rows', () => {
  // A wave of mean 0 and variance ½ on top of 1000, an outlier first: sums of squares would drown it.
  const rows = 1000;
  const columns = 5;
  const matrix = Array.from({ length: rows * columns }, (_, place) => {
    const row = Math.floor(place / columns);
    return 1000 + [0, 1, 0, -1][row % 4] + (row === 0 ? 512 : 0);
  });

  it('keeps its digits far from 0, and with an outlier in front', () => {
    const room = zeros(columns);
    const { simd } = runOnBoth({ matrix, mean: room, variance: room }, (at) =>
      columnMoments({ ...at, rows, columns }),
    );
    expectClose(simd.mean, room.fill(1000 + 512 / rows), 1e-7);
    const variance = 1 / 2 + 512 ** 2 / rows - (512 / rows) ** 2;
    expectClose(simd.variance, room.fill(variance), 1e-5);
  });
});

describe('batchNorm', () => {
  it('is the same compiled and in its twin, forward and backward, at any shape', () => {
    fc.assert(
      fc.property(problems, ({ shape, input, upstream, gamma, beta, ofBatch, relu }) => {
        const mean = beta.map((value) => value / 2);
        const variance = gamma.map(Math.abs);
        // Where rounding decides on which side of 0 a value is, nothing can be compared.
        const factors = gamma.map((g, c) => g / Math.sqrt(variance[c] + epsilon));
        const values = input.map((x, place) => {
          const c = place % shape.columns;
          return Math.abs((x - mean[c]) * factors[c] + beta[c]);
        });
        fc.pre(values.every((value) => value === 0 || value > 1e-5));
        const constants = { input, mean, variance, gamma };
        const forward = runOnBoth(
          { ...constants, beta, output: zeros(input.length), scale: zeros(gamma.length) },
          (at) => batchNorm({ ...at, ...shape, epsilon, relu }),
        );
        expectClose(forward.simd.output, forward.scalar.output, 1e-5);
        const backward = runOnBoth(
          {
            ...constants,
            beta,
            outputGradient: upstream,
            inputGradient: zeros(input.length),
            gammaGradient: gamma,
            betaGradient: beta,
            scratch: zeros(4 * gamma.length),
          },
          (at) => batchNormBackward({ ...at, ...shape, epsilon, ofBatch, relu }),
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
