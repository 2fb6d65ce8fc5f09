import { tensorProduct } from './tensor-product.js';

/**
 * out = log(x) = Σ (-1)^(n+1) t^⊗n / n with t = x / x_0 - 1, by Horner's scheme, plus log(x_0);
 * `out` is not `x`.
 */
export function tensorLog(x: Float64Array, out: Float64Array, starts: readonly number[]): void {
  const depth = starts.length - 2;
  const t = x[0] === 1 ? x.slice() : x.map((value) => value / x[0]);
  t[0] = 0;
  out.fill(0);
  out[0] = 1 / depth;
  for (let n = depth - 1; n >= 0; n--) {
    const top = depth - n;
    tensorProduct(t, out, out, starts, top);
    if (n === 0) break;
    for (let at = 0; at < starts[top + 1]; at++) out[at] = -out[at];
    out[0] = 1 / n;
  }
  out[0] = Math.log(x[0]);
}
