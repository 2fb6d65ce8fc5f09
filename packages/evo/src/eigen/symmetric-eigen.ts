import { diagonalise } from './diagonalise.js';
import { tridiagonalise } from './tridiagonalise.js';

/** The eigenvalues of a symmetric matrix, and its orthonormal eigenvectors as rows. */
export interface SymmetricEigen {
  /** [n], in no order. */
  readonly values: Float64Array;
  /** [n, n], row k belongs to `values[k]`. */
  readonly vectors: Float64Array;
}

/**
 * The eigendecomposition of a symmetric matrix of finite numbers: Householder's reduction to
 * tridiagonal form, then implicit QL. About 4 n³ multiplications, all along rows.
 *
 * @param matrix [n, n] row by row; only the lower triangle is read, nothing is written.
 *
 * @example
 * symmetricEigen(Float64Array.of(2, 0, 1, 2), 2).values; // 1 and 3
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  // Scaled to entries of about 1, so that no square is lost.
  let scale = 0;
  for (let r = 0; r < n; r++) {
    for (let c = 0; c <= r; c++) scale = Math.max(scale, Math.abs(matrix[r * n + c]));
  }
  const scaled = matrix.slice();
  if (scale > 0) for (let i = 0; i < scaled.length; i++) scaled[i] /= scale;
  const { diagonal, offDiagonal, vectors } = tridiagonalise(scaled, n);
  diagonalise(diagonal, offDiagonal, vectors, n);
  return { values: diagonal.map((value) => value * scale), vectors };
}
