import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowSquares } from '../../src/linear/index.js';
import { integers, reals } from './arbitraries.js';
import { runOnBoth } from './run-on-both.js';

const cases = integers(1, 4).chain((rows) =>
  integers(1, 11).chain((width) =>
    fc.record({
      rows: fc.constant(rows),
      width: fc.constant(width),
      matrix: reals(rows * width),
    }),
  ),
);

describe('rowSquares', () => {
  it('sums the squares of each row, compiled and in its twin', () => {
    fc.assert(
      fc.property(cases, ({ rows, width, matrix }) => {
        const squares = new Array<number>(rows).fill(9);
        const found = runOnBoth({ matrix, squares }, (at) => rowSquares({ ...at, rows, width }));
        const expected = squares.map((_, row) =>
          matrix.slice(row * width, (row + 1) * width).reduce((sum, x) => sum + x * x, 0),
        );
        expect(found.simd.squares).toEqual(expected);
        expect(found.scalar.squares).toEqual(expected);
      }),
    );
  });
});
