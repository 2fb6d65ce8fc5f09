import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../src/eigen/symmetric-eigen.js';

const sorted = (values: Float64Array): number[] => [...values].sort((a, b) => a - b);

/** The matrix [n, n] with these entries [n, n] in its lower triangle, and their mirrors. */
function mirrored(entries: readonly number[], n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let r = 0; r < n; r++) {
    for (let c = 0; c <= r; c++) matrix[r * n + c] = matrix[c * n + r] = entries[r * n + c];
  }
  return matrix;
}

/** A matrix [n, n] of entries up to a scale. */
interface Scaled {
  readonly n: number;
  readonly matrix: Float64Array;
  readonly scale: number;
}

/** Symmetric, the entries from -1 to 1 times a scale. */
const matrices: fc.Arbitrary<Scaled> = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc
    .tuple(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n }),
      fc.constantFrom(1, 1e-200, 1e150),
    )
    .map(([entries, scale]) => {
      const scaled = entries.map((entry) => entry * scale);
      return { n, matrix: mirrored(scaled, n), scale };
    }),
);

/** Symmetric, the sizes of the entries spread over all that there are. */
const graded: fc.Arbitrary<Scaled> = fc.integer({ min: 2, max: 8 }).chain((n) =>
  fc
    .array(fc.tuple(fc.constantFrom(-1, 0, 1), fc.double({ min: -320, max: 0, noNaN: true })), {
      minLength: n * n,
      maxLength: n * n,
    })
    .map((parts) => {
      const entries = parts.map(([sign, exponent]) => sign * 10 ** exponent);
      // One is of the scale, or the smallest numbers would be all that there is.
      entries[n] = 1;
      return { n, matrix: mirrored(entries, n), scale: 1 };
    }),
);

function expectPutTogether({ n, matrix, scale }: Scaled): void {
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
}

describe('the eigendecomposition of a symmetric matrix', () => {
  it('puts the matrix together again, from orthonormal vectors', () => {
    fc.assert(fc.property(matrices, expectPutTogether), { numRuns: 200 });
  });

  it('does so where the entries are of all sizes there are', () => {
    fc.assert(fc.property(graded, expectPutTogether), { numRuns: 500 });
  });

  it('ends where the small entries stand below the large ones', () => {
    const entries = new Array<number>(36).fill(0);
    entries[0] = -1.7547146152016363e-269;
    entries[12] = 1.6965988292814164e-27;
    entries[13] = 3.145566967448817e-274;
    entries[14] = -7.761123480465717e-8;
    entries[18] = -4.014668466937809e-69;
    entries[19] = -4.5524977532569754e-27;
    entries[20] = 1.6475587034126512e-214;
    entries[21] = 1.7975316392772572e-256;
    entries[24] = 9.495445043012783e-256;
    entries[26] = 2.271671820233327e-294;
    entries[27] = 8.045502082734856e-126;
    entries[30] = 7.382887797288046e-203;
    entries[34] = 3.535802449222631e-249;
    expectPutTogether({ n: 6, matrix: mirrored(entries, 6), scale: 7.761123480465717e-8 });
  });

  it('keeps the signs where a block falls apart', () => {
    const entries = new Array<number>(16).fill(0);
    entries[0] = 6.044667630871961e-141;
    entries[4] = 1.7935458891500194e-67;
    entries[8] = 3.99100560125581e-42;
    entries[9] = -1.2969806012564416e-158;
    entries[13] = 4.0131455384176626e-30;
    entries[15] = -7.253176734362743e-64;
    const { values, vectors } = symmetricEigen(mirrored(entries, 4), 4);
    const together = values.reduce(
      (sum, value, k) => sum + value * vectors[4 * k] * vectors[4 * k + 2],
      0,
    );
    expect(together / entries[8]).toBeCloseTo(1, 12);
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

  it('keeps its vectors orthonormal where products of its entries underflow', () => {
    const matrix = new Float64Array(16);
    matrix[4] = 7.425914524487926e-249;
    matrix[9] = 2.5578481124990113e-200;
    matrix[10] = -1.452170007596124e-232;
    matrix[14] = 1.2713805714137897e-68;
    const { vectors } = symmetricEigen(matrix, 4);
    for (let r = 0; r < 4; r++) {
      expect(Math.hypot(...vectors.subarray(4 * r, 4 * r + 4))).toBeCloseTo(1, 14);
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
