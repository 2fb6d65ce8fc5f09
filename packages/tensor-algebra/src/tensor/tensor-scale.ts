/** out = x with each level multiplied by its own factor; `out` may be `x`. */
export function tensorScale(
  x: Float64Array,
  out: Float64Array,
  starts: readonly number[],
  factor: (level: number) => number,
): void {
  for (let level = 0; level < starts.length - 1; level++) {
    const scale = factor(level);
    for (let at = starts[level]; at < starts[level + 1]; at++) out[at] = x[at] * scale;
  }
}
