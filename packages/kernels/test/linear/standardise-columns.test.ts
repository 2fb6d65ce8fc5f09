import fc from 'fast-check';
import { describe, it } from 'vitest';
import { standardiseColumns } from '../../src/linear/index.js';
import { integers, reals, zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const problems = fc
  .record({ rows: integers(0, 9), columns: integers(1, 11) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      input: reals(rows * columns),
      mean: reals(columns),
      scale: reals(columns),
    }),
  );

describe('standardiseColumns', () => {
  it('is (x - mean) · scale for each column, in both backends and in place', () => {
    fc.assert(
      fc.property(problems, ({ rows, columns, input, mean, scale }) => {
        const expected = input.map((x, index) => {
          const column = index % columns;
          return (x - mean[column]) * scale[column];
        });
        const apart = runOnBoth({ input, output: zeros(input.length), mean, scale }, (at) =>
          standardiseColumns({ ...at, rows, columns }),
        );
        expectClose(apart.simd.output, expected, 1e-6);
        expectClose(apart.scalar.output, expected, 1e-6);
        const inPlace = runOnBoth({ input, mean, scale }, (at) =>
          standardiseColumns({ ...at, output: at.input, rows, columns }),
        );
        expectClose(inPlace.simd.input, expected, 1e-6);
      }),
    );
  });
});
