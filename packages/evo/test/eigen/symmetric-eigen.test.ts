import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../src/eigen/symmetric-eigen.js';

const sorted = (values: Float64Array): number[] => [...values].sort((a, b) => a - b);

/** Symmetric, the entries from -1 to 1 times a scale. */
const matrices = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc
    .tuple(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n }),
      fc.constantFrom(1, 1e-200, 1e150),
    )
    .map(([entries, scale]) => {
      const matrix = new Float64Array(n * n);
      for (let r = 0; r < n; r++) {
        for (let c = 0; c <= r; c++) {
          matrix[r * n + c] = matrix[c * n + r] = entries[r * n + c] * scale;
        }
      }
      return { n, matrix, scale };
    }),
);

describe('the eigendecomposition of a symmetric matrix', () => {
  it('puts the matrix together again, from orthonormal vectors', () => {
    fc.assert(
      fc.property(matrices, ({ n, matrix, scale }) => {
        const { values, vectors } = symmetricEigen(matrix, n);
        for (let r = 0; r < n; r++) {
          for (let c = 0; c < n; c++) {
            let product = 0;
            let entry = 0;
            for (let k = 0; k < n; k++) {
              product += vectors[r * n + k] * vectors[c * n + k];
              entry += (values[k] / scale) * vectors[k * n + r] * vectors[k * n + c];
            }
            expect(product).toBeCloseTo(r === c ? 1 : 0, 12);
            expect(entry).toBeCloseTo(matrix[r * n + c] / scale, 12);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its vectors orthonormal beside the smallest numbers there are', () => {
    const matrix = new Float64Array(25);
    matrix[13] = matrix[17] = Number.MIN_VALUE;
    matrix[24] = -1.121945074077125e-12;
    const { vectors } = symmetricEigen(matrix, 5);
    for (let r = 0; r < 5; r++) {
      const row = vectors.subarray(5 * r, 5 * r + 5);
      expect(Math.hypot(...row)).toBeCloseTo(1, 14);
    }
  });

  // 2 - 2 cos(k π / (n + 1)), k = 1 … n: the second difference.
  it('knows the eigenvalues of the second difference', () => {
    const n = 30;
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      matrix[i * n + i] = 2;
      if (i > 0) matrix[i * n + i - 1] = -1;
    }
    const wanted = Array.from(
      { length: n },
      (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)),
    );
    sorted(symmetricEigen(matrix, n).values).forEach((value, k) => {
      expect(value).toBeCloseTo(wanted[k], 13);
    });
  });

  it('tells small eigenvalues from nothing where the matrix is graded', () => {
    const { values } = symmetricEigen(Float64Array.of(1, 0, 0, 0, 1e-8, 0, 0, 0, 1e-16), 3);
    expect(sorted(values)).toEqual([1e-16, 1e-8, 1]);
  });

  it('reads the lower triangle only, and writes nothing', () => {
    const matrix = Float64Array.of(2, Number.NaN, 1, 2);
    const { values } = symmetricEigen(matrix, 2);
    expect(sorted(values)[0]).toBeCloseTo(1, 14);
    expect(sorted(values)[1]).toBeCloseTo(3, 14);
    expect(matrix).toEqual(Float64Array.of(2, Number.NaN, 1, 2));
  });

  it('bears a matrix of zeros', () => {
    expect(symmetricEigen(new Float64Array(9), 3).values).toEqual(new Float64Array(3));
  });
});
