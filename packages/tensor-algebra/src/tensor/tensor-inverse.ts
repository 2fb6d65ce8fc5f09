/**
 * out = x^-1, so that x ⊗ x^-1 = 1, level by level; x_0 must not be 0 and `out` is not `x`.
 */
export function tensorInverse(x: Float64Array, out: Float64Array, starts: readonly number[]): void {
  const depth = starts.length - 2;
  const scale = 1 / x[0];
  out.fill(0);
  out[0] = scale;
  for (let level = 1; level <= depth; level++) {
    for (let left = 1; left <= level; left++) {
      const right = level - left;
      let to = starts[level];
      for (let at = starts[left]; at < starts[left + 1]; at++) {
        const factor = x[at] * -scale;
        for (let from = starts[right]; from < starts[right + 1]; from++) {
          out[to++] += factor * out[from];
        }
      }
    }
  }
}
