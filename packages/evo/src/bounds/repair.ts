import type { SearchSpace } from './search-space.js';

/** A copy of the point with every coordinate moved to the nearest value within the bounds. */
export function repair(x: Float64Array, { box }: SearchSpace): Float64Array {
  if (!box) return x.slice();
  return x.map((value, i) => Math.min(Math.max(value, box.lower[i]), box.upper[i]));
}
