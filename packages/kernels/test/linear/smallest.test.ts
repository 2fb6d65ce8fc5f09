import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { linearModule, smallest } from '../../src/linear/index.js';
import { integers, real, reals } from './arbitraries.js';
import { runOnBoth } from './run-on-both.js';

const cases = fc
  .record({
    rows: integers(1, 4),
    columns: integers(1, 13),
    more: integers(0, 3),
    k: integers(1, 6),
  })
  .chain(({ rows, columns, more, k }) =>
    fc.record({
      shape: fc.constant({ rows, columns, stride: columns + more, k }),
      matrix: reals(rows * (columns + more)),
      offsets: reals(columns),
      scale: real,
      leaveOut: integers(-3, columns),
    }),
  );

describe('smallest', () => {
  it('keeps what a stable sort puts in front, compiled and in its twin', () => {
    fc.assert(
      fc.property(cases, ({ shape, matrix, offsets, scale, leaveOut }) => {
        const { rows, columns, stride, k } = shape;
        const kept = new Array<number>(rows * k).fill(9);
        const arrays = { matrix, offsets, values: kept, indices: kept };
        const found = runOnBoth(arrays, (at) =>
          smallest({ ...at, ...shape, scale, leaveOut, firstIndex: 5 }),
        );
        const expected = Array.from({ length: rows }, (_, i) => {
          const all = Array.from({ length: columns }, (_, j) => ({
            j,
            value: offsets[j] + scale * matrix[i * stride + j],
          })).filter(({ j }) => j !== leaveOut + i);
          const sorted = all.sort((a, b) => a.value - b.value || a.j - b.j).slice(0, k);
          const rest = new Array<number>(k - sorted.length).fill(Number.POSITIVE_INFINITY);
          return [...sorted.map(({ value }) => value), ...rest];
        }).flat();
        expect(found.simd.values.map((value) => value + 0)).toEqual(expected.map((v) => v + 0));
        expect(found.scalar.values.map((value) => value + 0)).toEqual(expected.map((v) => v + 0));
      }),
    );
  });

  it.each(['simd', 'scalar'] as const)(
    'goes on block by block and names columns (%s)',
    (backend) => {
      const engine = createEngine({ modules: [linearModule], backend });
      const [matrix, offsets, values] = [6, 3, 4].map((count) => engine.allocateReals(count));
      const indices = engine.allocate(16);
      const block = { matrix, stride: 3, rows: 2, columns: 3, offsets, k: 2, values, indices };
      engine.realsAt(matrix, 6).set([4, 1, 1, 7, Number.NaN, 9]);
      engine.call(...smallest(block));
      engine.realsAt(matrix, 6).set([0, 1, 5, 8, 6, Number.POSITIVE_INFINITY]);
      engine.call(...smallest({ ...block, firstIndex: 3, fresh: false }));
      expect([...engine.int32At(indices, 4)]).toEqual([3, 1, 4, 0]);
      expect([...engine.realsAt(values, 4)]).toEqual([0, 1, 6, 7]);
    },
  );

  it.each(['simd', 'scalar'] as const)('says so where a row has too few (%s)', (backend) => {
    const engine = createEngine({ modules: [linearModule], backend });
    const [matrix, offsets, values] = [4, 2, 4].map((count) => engine.allocateReals(count));
    const indices = engine.allocate(16);
    const block = { matrix, stride: 2, rows: 2, columns: 2, offsets, k: 2, values, indices };
    engine.call(...smallest({ ...block, leaveOut: 0 }));
    expect([...engine.int32At(indices, 4)]).toEqual([1, -1, 0, -1]);
    expect([...engine.realsAt(values, 4)]).toEqual([0, Infinity, 0, Infinity]);
  });
});
