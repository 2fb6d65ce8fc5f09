import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { integerProducts, integersModule } from '../../src/integers/index.js';

const byte = fc.integer({ min: -128, max: 127 });
const extent = (most: number) => fc.integer({ min: 1, max: most });
const cases = fc
  .tuple(extent(9), extent(7), extent(35), extent(3))
  .chain(([rows, columns, inner, more]) => {
    const stride = inner + more - 1;
    return fc.record({
      shape: fc.constant({ rows, columns, inner, aStride: stride, bStride: stride }),
      a: fc.array(byte, { minLength: rows * stride, maxLength: rows * stride }),
      b: fc.array(byte, { minLength: columns * stride, maxLength: columns * stride }),
    });
  });

/** C, and what lies behind it. */
function run(
  backend: 'simd' | 'scalar',
  shape: { rows: number; columns: number; inner: number; aStride: number; bStride: number },
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): number[] {
  const engine = createEngine({ modules: [integersModule], backend });
  const place = (values: ArrayLike<number>): number => {
    const at = engine.allocate(values.length);
    new Int8Array(engine.bytesAt(at, 1).buffer, at, values.length).set(values);
    return at;
  };
  const cStride = shape.columns + 1;
  const c = engine.allocate(4 * (shape.rows * cStride + 1));
  engine.int32At(c, shape.rows * cStride + 1).fill(77);
  engine.call(...integerProducts({ ...shape, a: place(a), b: place(b), c, cStride }));
  return [...engine.int32At(c, shape.rows * cStride + 1)];
}

describe('integerProducts', () => {
  it('is the scalar product of rows of bytes, compiled and in its twin', () => {
    fc.assert(
      fc.property(cases, ({ shape, a, b }) => {
        const { rows, columns, inner, aStride } = shape;
        const expected = new Array<number>(rows * (columns + 1) + 1).fill(77);
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j < columns; j++) {
            let sum = 0;
            for (let k = 0; k < inner; k++) sum += a[i * aStride + k] * b[j * aStride + k];
            expected[i * (columns + 1) + j] = sum;
          }
        }
        expect(run('simd', shape, a, b)).toEqual(expected);
        expect(run('scalar', shape, a, b)).toEqual(expected);
      }),
    );
  });

  it.each(['simd', 'scalar'] as const)('is exact beyond what float32 counts (%s)', (backend) => {
    const inner = 4001;
    const shape = { rows: 1, columns: 1, inner, aStride: inner, bStride: inner };
    const least = new Int8Array(inner).fill(-128);
    const next = least.slice();
    next[4000] = -127;
    // 128² · 4001 less 128: two float32 from there.
    expect(run(backend, shape, least, next)[0]).toBe(65_552_384 - 128);
  });
});
