import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../src/index.js';
import { type GemmOptions, gemm, linearModule } from '../../src/linear/index.js';

const options = { modules: [linearModule] };

/** Places the same numbers in an engine, runs the product there and gives C back. */
function product(engine: Engine, problem: Problem): number[] {
  const mark = engine.mark();
  const { a, b, c, bias, call } = problem;
  const place = (values: readonly number[]): number => {
    const pointer = engine.allocateReals(values.length);
    engine.realsAt(pointer, values.length).set(values);
    return pointer;
  };
  const [pa, pb, pc, pbias] = [place(a), place(b), place(c), place(bias)];
  engine.call(...gemm({ ...call, a: pa, b: pb, c: pc, bias: call.bias ? pbias : 0 }));
  const result = Array.from(engine.realsAt(pc, c.length));
  engine.release(mark);
  return result;
}

interface Problem {
  a: number[];
  b: number[];
  c: number[];
  bias: number[];
  call: GemmOptions;
}

const real = fc.integer({ min: -64, max: 64 }).map((value) => value / 16);

const problems = fc
  .record({
    rows: fc.integer({ min: 1, max: 110 }),
    columns: fc.integer({ min: 1, max: 40 }),
    inner: fc.integer({ min: 1, max: 40 }),
    transposeA: fc.boolean(),
    transposeB: fc.boolean(),
    bias: fc.boolean(),
    relu: fc.boolean(),
    accumulate: fc.boolean(),
    slack: fc.integer({ min: 0, max: 3 }),
    values: fc.array(real, { minLength: 97, maxLength: 97 }),
  })
  .map(
    ({ rows, columns, inner, transposeA, transposeB, bias, relu, accumulate, slack, values }) => {
      const take = (count: number, from: number): number[] =>
        Array.from({ length: count }, (_, index) => values[(index * 31 + from) % values.length]);
      const aStride = (transposeA ? rows : inner) + slack;
      const bStride = (transposeB ? inner : columns) + slack;
      const cStride = columns + slack;
      return {
        a: take((transposeA ? inner : rows) * aStride, 1),
        b: take((transposeB ? columns : inner) * bStride, 2),
        c: take(rows * cStride, 3),
        bias: take(columns, 4),
        call: {
          a: 0,
          b: 0,
          c: 0,
          aStride,
          bStride,
          cStride,
          rows,
          columns,
          inner,
          transposeA,
          transposeB,
          relu,
          accumulate,
          bias: +bias,
        },
      };
    },
  );

describe('gemm', () => {
  const simd = createEngine({ ...options, backend: 'simd' });
  const twin = createEngine({ ...options, backend: 'scalar', precision: 'float64' });

  it('gives what three loops in float64 give, at any shape, stride and option', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const expected = product(twin, problem);
        const actual = product(simd, problem);
        const scale = Math.max(1, ...expected.map(Math.abs));
        for (let index = 0; index < expected.length; index++) {
          expect(Math.abs(actual[index] - expected[index])).toBeLessThan(1e-5 * scale);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves what lies between the rows of C untouched', () => {
    const c = [9, 9, 7, 9, 9, 7];
    const call = {
      a: 0,
      b: 0,
      c: 0,
      aStride: 1,
      bStride: 2,
      cStride: 3,
      rows: 2,
      columns: 2,
      inner: 1,
    };
    const problem = { a: [1, 2], b: [3, 4], c, bias: [0, 0], call };
    expect(product(simd, problem)).toEqual([3, 4, 7, 6, 8, 7]);
  });

  it('carries sums over more than one panel of the inner dimension and of the columns', () => {
    const [rows, columns, inner] = [5, 530, 600];
    const call = {
      a: 0,
      b: 0,
      c: 0,
      aStride: inner,
      bStride: columns,
      cStride: columns,
      rows,
      columns,
      inner,
    };
    const problem = {
      a: Array.from({ length: rows * inner }, (_, index) => ((index * 7) % 5) - 2),
      b: Array.from({ length: inner * columns }, (_, index) => ((index * 11) % 7) - 3),
      c: new Array<number>(rows * columns).fill(0),
      bias: new Array<number>(columns).fill(1),
      call: { ...call, bias: 1, relu: true },
    };
    expect(product(simd, problem)).toEqual(product(twin, problem));
  });

  it('reads a transposed A with a stride too long to be read in place', () => {
    const [rows, columns, inner] = [330, 9, 270];
    const call = {
      a: 0,
      b: 0,
      c: 0,
      aStride: rows,
      bStride: columns,
      cStride: columns,
      rows,
      columns,
      inner,
      transposeA: true,
    };
    const problem = {
      a: Array.from({ length: rows * inner }, (_, index) => ((index * 7) % 5) - 2),
      b: Array.from({ length: inner * columns }, (_, index) => ((index * 11) % 7) - 3),
      c: new Array<number>(rows * columns).fill(0),
      bias: [],
      call,
    };
    expect(product(simd, problem)).toEqual(product(twin, problem));
  });
});
