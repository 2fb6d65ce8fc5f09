import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnSum } from '../../src/linear/index.js';
import { integers, reals } from './arbitraries.js';
import { runOnBoth } from './run-on-both.js';

const problems = fc
  .record({ rows: integers(0, 9), columns: integers(1, 40) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      matrix: reals(rows * columns),
      sums: reals(columns),
    }),
  );

describe('columnSum', () => {
  it('adds the sum of each column to what is there, in both backends', () => {
    fc.assert(
      fc.property(problems, ({ rows, columns, matrix, sums }) => {
        const { simd, scalar } = runOnBoth({ matrix, sums }, (at) =>
          columnSum({ ...at, rows, columns }),
        );
        const expected = sums.map((start, column) => {
          let sum = start;
          for (let row = 0; row < rows; row++) sum += matrix[row * columns + column];
          return sum;
        });
        expect(simd.sums).toEqual(expected);
        expect(scalar.sums).toEqual(expected);
      }),
    );
  });
});
