/**
 * out = a ⊗ b up to level `top`; `out` may be one of the two.
 *
 * (a ⊗ b)_k = Σ a_i ⊗ b_{k-i}, the product of the truncated tensor algebra (Lyons 2014, §2).
 */
export function tensorProduct(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  starts: readonly number[],
  top = starts.length - 2,
): void {
  const scalarA = a[0];
  const scalarB = b[0];
  // From the top down, so that what a level still needs of a shared input is not yet overwritten.
  for (let level = top; level > 0; level--) {
    const start = starts[level];
    const end = starts[level + 1];
    for (let at = start; at < end; at++) out[at] = a[at] * scalarB + scalarA * b[at];
    for (let left = 1; left < level; left++) {
      addOuter(a, b, out, starts, left, level - left);
    }
  }
  out[0] = scalarA * scalarB;
}

function addOuter(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  starts: readonly number[],
  left: number,
  right: number,
): void {
  const first = starts[right];
  const end = starts[right + 1];
  let to = starts[left + right];
  for (let at = starts[left]; at < starts[left + 1]; at++) {
    const factor = a[at];
    for (let from = first; from < end; from++) out[to++] += factor * b[from];
  }
}
