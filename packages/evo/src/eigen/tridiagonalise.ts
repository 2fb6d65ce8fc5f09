/** T = Qᵀ A Q: its diagonal [n], the entries beside it [n] (the last is 0) and Qᵀ [n, n]. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  readonly offDiagonal: Float64Array;
  readonly vectors: Float64Array;
}

/** A sum of squares that is nothing beside entries of about 1, and whose inverse is finite. */
const NEGLIGIBLE = 1e-280;

/**
 * Reduces a symmetric matrix to tridiagonal form by n - 2 reflections I - β v vᵀ, from the last row
 * up (Martin, Reinsch and Wilkinson, "Householder's tridiagonalization of a symmetric matrix",
 * Numerische Mathematik 11, 1968). Reads the lower triangle of a matrix with
 * entries up to about 1, and overwrites it.
 */
export function tridiagonalise(a: Float64Array, n: number): Tridiagonal {
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(n);
  const beta = new Float64Array(n);
  const p = new Float64Array(n);
  for (let i = n - 1; i > 0; i--) {
    // Row i left of the diagonal becomes (0, …, 0, alpha); v replaces it.
    const v = a.subarray(i * n, i * n + i);
    const pivot = v[i - 1];
    let rest = 0;
    for (let j = 0; j < i - 1; j++) rest += v[j] * v[j];
    diagonal[i] = a[i * n + i];
    if (rest < NEGLIGIBLE) {
      offDiagonal[i - 1] = pivot;
      continue;
    }
    const square = rest + pivot * pivot;
    const alpha = pivot > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    offDiagonal[i - 1] = alpha;
    v[i - 1] = pivot - alpha;
    beta[i] = 1 / (square - pivot * alpha);
    reflectBothSides(a, n, i, v, beta[i], p);
  }
  diagonal[0] = a[0];
  return { diagonal, offDiagonal, vectors: multiplyReflections(a, n, beta) };
}

/** A ← H A H for the leading block of `size`: A - v wᵀ - w vᵀ with w = β A v - (β² vᵀAv / 2) v. */
function reflectBothSides(
  a: Float64Array,
  n: number,
  size: number,
  v: Float64Array,
  beta: number,
  p: Float64Array,
): void {
  for (let r = 0; r < size; r++) {
    const row = r * n;
    const vr = v[r];
    let sum = a[row + r] * vr;
    for (let c = 0; c < r; c++) {
      sum += a[row + c] * v[c];
      p[c] += a[row + c] * vr;
    }
    p[r] = sum;
  }
  let product = 0;
  for (let r = 0; r < size; r++) {
    p[r] *= beta;
    product += p[r] * v[r];
  }
  const half = (beta * product) / 2;
  for (let r = 0; r < size; r++) p[r] -= half * v[r];
  for (let r = 0; r < size; r++) {
    const row = r * n;
    const vr = v[r];
    const wr = p[r];
    for (let c = 0; c <= r; c++) a[row + c] -= vr * p[c] + wr * v[c];
  }
}

/** Qᵀ, the product of the reflections whose vectors lie in the rows of `a`. */
function multiplyReflections(a: Float64Array, n: number, beta: Float64Array): Float64Array {
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let i = 1; i < n; i++) {
    if (beta[i] === 0) continue;
    const v = a.subarray(i * n, i * n + i);
    for (let r = 0; r < i; r++) {
      const row = r * n;
      let product = 0;
      for (let c = 0; c < i; c++) product += q[row + c] * v[c];
      product *= beta[i];
      for (let c = 0; c < i; c++) q[row + c] -= product * v[c];
    }
  }
  return q;
}
