/**
 * The cotangent of a, added to `out`, given the cotangent g of a ⊗ b: out_u += Σ_v g_{uv} b_v.
 */
export function addLeftFactorCotangent(
  g: Float64Array,
  b: Float64Array,
  out: Float64Array,
  starts: readonly number[],
): void {
  const depth = starts.length - 2;
  for (let level = 0; level <= depth; level++) {
    for (let right = 0; right + level <= depth; right++) {
      let from = starts[level + right];
      for (let at = starts[level]; at < starts[level + 1]; at++) {
        let sum = 0;
        for (let word = starts[right]; word < starts[right + 1]; word++) sum += g[from++] * b[word];
        out[at] += sum;
      }
    }
  }
}
