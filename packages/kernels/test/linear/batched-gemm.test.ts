import fc from 'fast-check';
import { describe, it } from 'vitest';
import { batchedGemm } from '../../src/linear/index.js';
import { integers, reals } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const problems = fc
  .record({
    samples: integers(1, 3),
    groups: integers(1, 3),
    rows: integers(1, 6),
    columns: integers(1, 9),
    inner: integers(1, 6),
    transposeA: fc.boolean(),
    transposeB: fc.boolean(),
    accumulate: fc.boolean(),
  })
  .chain((problem) => {
    const { samples, groups, rows, columns, inner } = problem;
    return fc.record({
      problem: fc.constant(problem),
      a: reals(samples * groups * rows * inner),
      b: reals(samples * groups * inner * columns),
      c: reals(samples * groups * rows * columns),
    });
  });

describe('batchedGemm', () => {
  it('multiplies the matrices of every group and sample, compiled and in its twin', () => {
    fc.assert(
      fc.property(problems, ({ problem, a, b, c }) => {
        const { samples, groups, rows, columns, inner, transposeA, transposeB } = problem;
        // A and C have their groups side by side, B has them one after another.
        const aStride = transposeA ? groups * rows : groups * inner;
        const bStride = transposeB ? inner : columns;
        const { simd, scalar } = runOnBoth({ a, b, c }, (at) =>
          batchedGemm({
            samples,
            groups,
            rows,
            columns,
            inner,
            accumulate: problem.accumulate,
            a: {
              at: at.a,
              stride: aStride,
              sample: groups * rows * inner,
              group: transposeA ? rows : inner,
              transpose: transposeA,
            },
            b: {
              at: at.b,
              stride: bStride,
              sample: groups * inner * columns,
              group: inner * columns,
              transpose: transposeB,
            },
            c: {
              at: at.c,
              stride: groups * columns,
              sample: groups * rows * columns,
              group: columns,
            },
          }),
        );
        const expected = c.map((old, place) => {
          const column = place % columns;
          const g = Math.floor(place / columns) % groups;
          const row = Math.floor(place / (columns * groups)) % rows;
          const s = Math.floor(place / (columns * groups * rows));
          let sum = problem.accumulate ? old : 0;
          for (let k = 0; k < inner; k++) {
            const left = transposeA ? k * aStride + g * rows + row : row * aStride + g * inner + k;
            const right = transposeB ? column * bStride + k : k * bStride + column;
            sum +=
              a[s * groups * rows * inner + left] * b[(s * groups + g) * inner * columns + right];
          }
          return sum;
        });
        expectClose(simd.c, expected);
        expectClose(scalar.c, expected);
      }),
    );
  });

  it('shares a matrix among samples whose stride is 0', () => {
    const { simd } = runOnBoth({ a: [1, 2], b: [1, 2, 3, 4], c: [0, 0] }, ({ a, b, c }) =>
      batchedGemm({
        samples: 2,
        rows: 1,
        columns: 1,
        inner: 2,
        a: { at: a, stride: 2, sample: 0 },
        b: { at: b, stride: 1, sample: 2 },
        c: { at: c, stride: 1, sample: 1 },
      }),
    );
    expectClose(simd.c, [5, 11]);
  });
});
