/** Σ weights_k vectors_k over the first `count` places of `order`. */
export function combine(
  weights: Float64Array,
  vectors: readonly Float64Array[],
  order: readonly number[],
  count: number,
): Float64Array {
  const sum = new Float64Array(vectors[0].length);
  for (let k = 0; k < count; k++) {
    const vector = vectors[order[k]];
    const weight = weights[k];
    for (let i = 0; i < sum.length; i++) sum[i] += weight * vector[i];
  }
  return sum;
}
