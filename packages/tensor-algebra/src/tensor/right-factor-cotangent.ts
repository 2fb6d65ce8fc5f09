/**
 * The cotangent of b, added to `out`, given the cotangent g of a ⊗ b: out_v += Σ_u a_u g_{uv}.
 */
export function addRightFactorCotangent(
  a: Float64Array,
  g: Float64Array,
  out: Float64Array,
  starts: readonly number[],
): void {
  const depth = starts.length - 2;
  for (let level = 0; level <= depth; level++) {
    for (let left = 0; left + level <= depth; left++) {
      let from = starts[level + left];
      for (let word = starts[left]; word < starts[left + 1]; word++) {
        const factor = a[word];
        for (let at = starts[level]; at < starts[level + 1]; at++) out[at] += factor * g[from++];
      }
    }
  }
}
