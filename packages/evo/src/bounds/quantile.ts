/** The `q`-quantile of the values, linear between neighbours; NaN for none. */
export function quantile(values: Float64Array, q: number): number {
  const sorted = values.slice().sort();
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below];
  const high = sorted[Math.ceil(place)];
  return low === high ? low : low + (high - low) * (place - below);
}

export function median(values: Float64Array): number {
  return quantile(values, 0.5);
}
