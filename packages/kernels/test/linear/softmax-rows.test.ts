import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softmaxRows, softmaxRowsBackward } from '../../src/linear/index.js';
import { integers, reals, zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const problems = fc.record({ rows: integers(1, 4), columns: integers(1, 11) }).chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    scale: fc.constantFrom(1, 0.125, 3),
    input: reals(shape.rows * shape.columns),
    upstream: reals(shape.rows * shape.columns),
  }),
);

describe('softmaxRows', () => {
  it('is the same compiled and in its twin, forward and backward, at any shape', () => {
    fc.assert(
      fc.property(problems, ({ shape, scale, input, upstream }) => {
        const forward = runOnBoth({ input, output: zeros(input.length) }, (at) =>
          softmaxRows({ ...at, ...shape, scale }),
        );
        expectClose(forward.simd.output, forward.scalar.output, 1e-6);
        const backward = runOnBoth(
          { output: forward.scalar.output, outputGradient: upstream, inputGradient: upstream },
          (at) => softmaxRowsBackward({ ...at, ...shape, scale }),
        );
        expectClose(backward.simd.inputGradient, backward.scalar.inputGradient, 2e-6);
      }),
    );
  });

  it('works in place, and stays finite for values far apart', () => {
    const { simd } = runOnBoth(
      { rows: [0, Math.log(3), -500, 500, 500, 0, 0, 0, -900, 1] },
      ({ rows }) => softmaxRows({ input: rows, output: rows, rows: 2, columns: 5 }),
    );
    expectClose(simd.rows.slice(0, 5), [0, 0, 0, 0.5, 0.5], 1e-6);
    const middle = 1 / (3 + Math.E);
    expectClose(simd.rows.slice(5), [middle, middle, middle, 0, 1 - 3 * middle], 1e-6);
  });

  it('passes NaN on to its row', () => {
    const { simd } = runOnBoth({ rows: [Number.NaN, 1, 2, 3, 4] }, ({ rows }) =>
      softmaxRows({ input: rows, output: rows, rows: 1, columns: 5 }),
    );
    expect(simd.rows.every(Number.isNaN)).toBe(true);
  });
});
