/**
 * What is nothing beside entries of about 1. The bulge that a sweep chases is a product of two
 * entries: of smaller ones it would lose its digits or vanish, and the sweep change nothing.
 */
const NEGLIGIBLE = 1e-140;

/**
 * Diagonalises a symmetric tridiagonal matrix in place by the implicit QL algorithm (Dubrulle,
 * Martin and Wilkinson, "The implicit QL algorithm", Numerische Mathematik 12, 1968).
 *
 * @param d [n] the diagonal, with entries up to about 1, then the eigenvalues.
 * @param e [n] the entries beside the diagonal, the last one 0; destroyed.
 * @param z [n, n] the basis as rows, then the eigenvectors as rows.
 */
export function diagonalise(d: Float64Array, e: Float64Array, z: Float64Array, n: number): void {
  for (let l = 0; l < n; l++) {
    for (let end = blockEnd(d, e, l, n); end > l; end = blockEnd(d, e, l, n)) {
      sweep(d, e, z, n, l, end);
    }
  }
}

/** The last row of the block that begins at `l`: the entry beside it is nothing to its neighbours. */
function blockEnd(d: Float64Array, e: Float64Array, l: number, n: number): number {
  let m = l;
  for (; m < n - 1; m++) {
    const nothing = Number.EPSILON * (Math.abs(d[m]) + Math.abs(d[m + 1]));
    if (Math.abs(e[m]) <= Math.max(nothing, NEGLIGIBLE)) break;
  }
  return m;
}

/** One QL step on the rows from `l` to `m`, shifted by the eigenvalue of its first 2×2 block. */
function sweep(
  d: Float64Array,
  e: Float64Array,
  z: Float64Array,
  n: number,
  l: number,
  m: number,
): void {
  const ratio = (d[l + 1] - d[l]) / (2 * e[l]);
  const root = Math.hypot(ratio, 1);
  let g = d[m] - d[l] + e[l] / (ratio + (ratio < 0 ? -root : root));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = s * e[i];
    const b = c * e[i];
    const r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r <= NEGLIGIBLE) {
      // The block has fallen apart here: the next sweep takes the smaller one. Above the last row
      // r is at least the entry beside it, which is more, so that every sweep gets on.
      d[i + 1] -= p;
      e[i] = b;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1] - p;
    const q = (d[i] - g) * s + 2 * c * b;
    p = s * q;
    d[i + 1] = g + p;
    g = c * q - b;
    rotateRows(z, i * n, n, c, s);
  }
  d[l] -= p;
  e[l] = g;
  e[m] = 0;
}

/** Turns the row that begins at `at` and the one below it. */
function rotateRows(z: Float64Array, at: number, n: number, c: number, s: number): void {
  for (let k = at; k < at + n; k++) {
    const u = z[k];
    const v = z[k + n];
    z[k + n] = s * u + c * v;
    z[k] = c * u - s * v;
  }
}
