/**
 * Multiply-adds of one step of a path of d channels: Horner's scheme takes level k of S ⊗ exp(Δx) in
 * factors of j = 2 … k, each an outer product added to level j: Σ_{j=2…depth} (depth − j + 1)·d^j.
 */
export function stepCost(channels: number, depth: number): number {
  let step = 0;
  for (let factor = 2; factor <= depth; factor++) step += (depth - factor + 1) * channels ** factor;
  return step;
}
