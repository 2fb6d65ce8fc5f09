import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorise, solveLower, solveLowerTransposed } from '../../src/projection/cholesky.js';

describe('factorise', () => {
  it('solves A·x = b with both triangles, to the b that A makes of x', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer(), (n, seed) => {
        const random = seededRandom(seed);
        const root = Float64Array.from({ length: n * n }, () => 2 * random() - 1);
        const a = Float64Array.from({ length: n * n }, (_, at) => {
          const [i, j] = [Math.floor(at / n), at % n];
          let sum = i === j ? 0.5 : 0;
          for (let k = 0; k < n; k++) sum += root[i * n + k] * root[j * n + k];
          return sum;
        });
        const x = Float64Array.from({ length: n }, () => 2 * random() - 1);
        const b = x.map((_, i) => x.reduce((sum, value, j) => sum + a[i * n + j] * value, 0));
        factorise(a, n);
        solveLower(a, b);
        solveLowerTransposed(a, b);
        for (let i = 0; i < n; i++) expect(b[i]).toBeCloseTo(x[i], 8);
      }),
    );
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => factorise(Float64Array.of(1, 2, 2, 1), 2)).toThrow(
      'the matrix must be positive definite, got -3 at row 1',
    );
  });
});
