import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { integersModule, smallestIntegers } from '../../src/integers/index.js';

const value = fc.integer({ min: -(2 ** 28), max: 2 ** 28 });
const extent = (most: number) => fc.integer({ min: 1, max: most });
const cases = fc.tuple(extent(4), extent(13), extent(6)).chain(([rows, columns, k]) =>
  fc.record({
    shape: fc.constant({ rows, columns, stride: columns, k }),
    matrix: fc.array(fc.oneof(value, extent(3)), {
      minLength: rows * columns,
      maxLength: rows * columns,
    }),
    offsets: fc.array(fc.oneof(value, extent(3)), { minLength: columns, maxLength: columns }),
    leaveOut: fc.integer({ min: -3, max: columns }),
  }),
);

describe('smallestIntegers', () => {
  it.each(['simd', 'scalar'] as const)('keeps what a stable sort puts in front (%s)', (backend) => {
    fc.assert(
      fc.property(cases, ({ shape, matrix, offsets, leaveOut }) => {
        const { rows, columns, k } = shape;
        const engine = createEngine({ modules: [integersModule], backend });
        const place = (values: readonly number[]): number => {
          const at = engine.allocate(4 * values.length);
          engine.int32At(at, values.length).set(values);
          return at;
        };
        const kept = new Array<number>(rows * k).fill(9);
        const at = { matrix: place(matrix), offsets: place(offsets) };
        const to = { values: place(kept), indices: place(kept) };
        // Two blocks of columns, one after the other.
        const half = Math.ceil(columns / 2);
        const options = { ...at, ...to, ...shape, scale: -2 };
        engine.call(...smallestIntegers({ ...options, columns: half, leaveOut, firstIndex: 5 }));
        engine.call(
          ...smallestIntegers({
            ...options,
            matrix: at.matrix + 4 * half,
            offsets: at.offsets + 4 * half,
            columns: columns - half,
            leaveOut: leaveOut - half,
            firstIndex: 5 + half,
            fresh: false,
          }),
        );
        for (let i = 0; i < rows; i++) {
          const all = offsets
            .map((offset, j) => ({ j, value: offset - 2 * matrix[i * columns + j] }))
            .filter(({ j }) => j !== leaveOut + i)
            .sort((a, b) => a.value - b.value || a.j - b.j)
            .slice(0, k);
          const none = k - all.length;
          expect([...engine.int32At(to.values + 4 * i * k, k)]).toEqual([
            ...all.map((found) => found.value),
            ...new Array(none).fill(2 ** 31 - 1),
          ]);
          expect([...engine.int32At(to.indices + 4 * i * k, k)]).toEqual([
            ...all.map(({ j }) => 5 + j),
            ...new Array(none).fill(-1),
          ]);
        }
      }),
    );
  });
});
