/**
 * The factor L of a symmetric positive definite matrix A = L·Lᵀ, row by row, in the place of A's lower
 * triangle; the upper one is neither read nor written (Golub & Van Loan, "Matrix Computations",
 * section 4.2).
 *
 * @throws RangeError when the matrix is not positive definite.
 */
export function factorise(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      const other = j * n;
      let sum = a[row + j];
      for (let k = 0; k < j; k++) sum -= a[row + k] * a[other + k];
      if (j < i) a[row + j] = sum / a[other + j];
      else if (sum > 0) a[row + i] = Math.sqrt(sum);
      else throw new RangeError(`the matrix must be positive definite, got ${sum} at row ${i}`);
    }
  }
}

/** Solves L·x = b in the place of b. */
export function solveLower(l: Float64Array, b: Float64Array): void {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= l[i * n + k] * b[k];
    b[i] = sum / l[i * n + i];
  }
}

/** Solves Lᵀ·x = b in the place of b. */
export function solveLowerTransposed(l: Float64Array, b: Float64Array): void {
  const n = b.length;
  for (let i = n - 1; i >= 0; i--) {
    b[i] /= l[i * n + i];
    // Along a row of L, which is a column of its transpose.
    for (let k = 0; k < i; k++) b[k] -= l[i * n + k] * b[i];
  }
}
