/** The `q`-quantile of sorted values, linear between neighbours; NaN for none. */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.ceil(place)];
  return low === high ? low : low + (high - low) * (place - below);
}
