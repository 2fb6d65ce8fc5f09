import { tensorProduct } from './tensor-product.js';

/** out = exp(x) = Σ x^⊗n / n!, by Horner's scheme on the part without scalar; `out` is not `x`. */
export function tensorExp(x: Float64Array, out: Float64Array, starts: readonly number[]): void {
  const depth = starts.length - 2;
  const t = x.slice();
  t[0] = 0;
  out.fill(0);
  out[0] = 1;
  for (let n = depth; n > 0; n--) {
    // After this step levels up to depth - n + 1 are in use, the others still zero.
    tensorProduct(t, out, out, starts, depth - n + 1);
    for (let at = 0; at < starts[depth - n + 2]; at++) out[at] /= n;
    out[0] = 1;
  }
  if (x[0] === 0) return;
  const scale = Math.exp(x[0]);
  for (let at = 0; at < out.length; at++) out[at] *= scale;
}
