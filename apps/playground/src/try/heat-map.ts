import type { Pixels } from '../link/learner.js';

/** Read on light and on dark grounds, and told apart by those who see few colours. */
const POSITIVE = [26, 110, 204];
const NEGATIVE = [217, 95, 14];

/** The size of a number that gets its full colour: a few extremes must not make all others pale. */
export function fullColour(values: ArrayLike<number>): number {
  const COVERED = 0.99;
  const sizes = Float64Array.from(values, Math.abs).sort();
  return sizes[Math.ceil(COVERED * sizes.length) - 1] || sizes[sizes.length - 1] || 1;
}

/** A pixel for each number: its sign is the hue, its size how opaque it is. */
export function heatMap(
  values: ArrayLike<number>,
  width: number,
  height: number,
  full = fullColour(values),
): Pixels {
  const data = new Uint8Array(4 * width * height);
  for (let at = 0; at < width * height; at++) {
    data.set(values[at] < 0 ? NEGATIVE : POSITIVE, 4 * at);
    data[4 * at + 3] = Math.round(255 * Math.min(1, Math.abs(values[at]) / full));
  }
  return { width, height, data };
}
