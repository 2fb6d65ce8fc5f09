import { addLeftFactorCotangent } from './left-factor-cotangent.js';
import { addRightFactorCotangent } from './right-factor-cotangent.js';
import { tensorProduct } from './tensor-product.js';

/**
 * The cotangent of x, given that of log(x), where x has scalar 1; the scalar's is left 0.
 *
 * Horner's scheme read backwards: y_n = 1/n - t ⊗ y_{n+1} and log(x) = t ⊗ y_1.
 */
export function tensorLogVjp(
  x: Float64Array,
  cotangent: Float64Array,
  out: Float64Array,
  starts: readonly number[],
): void {
  const depth = starts.length - 2;
  const t = x.slice();
  t[0] = 0;
  const partial: Float64Array[] = [];
  let y = new Float64Array(x.length);
  y[0] = 1 / depth;
  partial[depth] = y;
  for (let n = depth - 1; n > 0; n--) {
    const next = new Float64Array(x.length);
    tensorProduct(t, y, next, starts);
    for (let at = 0; at < next.length; at++) next[at] = -next[at];
    next[0] = 1 / n;
    partial[n] = next;
    y = next;
  }
  out.fill(0);
  let g = cotangent;
  for (let n = 1; n <= depth; n++) {
    addLeftFactorCotangent(g, partial[n], out, starts);
    if (n === depth) break;
    const next = new Float64Array(x.length);
    addRightFactorCotangent(t, g, next, starts);
    for (let at = 0; at < next.length; at++) next[at] = -next[at];
    g = next;
  }
  out[0] = 0;
}
