/** Numbers in rows, the upper first. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly values: ArrayLike<number>;
}

/** A picture: red, green, blue and how opaque it is, for each number. */
export interface HeatMap {
  readonly width: number;
  readonly height: number;
  readonly channels: 4;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Read on light and on dark grounds, and told apart by those who see few colours. */
const POSITIVE = [26, 110, 204];
const NEGATIVE = [217, 95, 14];

/** A few extremes must not make all others pale. */
const COVERED = 0.99;

/**
 * The size of a number that gets its full colour: 99 in 100 are smaller; 0 where all are 0. Maps that are to be
 * compared have one scale.
 *
 * @example
 * heatScale({ width: 2, height: 1, values: [0.5, -2] }); // 2
 */
export function heatScale({ values }: Grid): number {
  const sizes = Float64Array.from(values, Math.abs).sort();
  const covered = sizes[Math.ceil(COVERED * sizes.length) - 1];
  return covered > 0 ? covered : sizes[sizes.length - 1];
}

/**
 * Pixels of a grid, one for each number: its sign is the hue (blue above zero, orange below), its size how opaque
 * it is. They lie on a canvas or an image as they are.
 *
 * @param scale The size of full colour (`heatScale` of the grid).
 *
 * @example
 * heatMap({ width: 2, height: 1, values: [0.5, -2] }).data[7]; // 255, the second is opaque
 */
export function heatMap(grid: Grid, scale = heatScale(grid)): HeatMap {
  const { width, height, values } = grid;
  const data = new Uint8ClampedArray(4 * width * height);
  for (let at = 0; at < width * height; at++) {
    data.set(values[at] < 0 ? NEGATIVE : POSITIVE, 4 * at);
    const strength = scale > 0 ? Math.abs(values[at]) / scale : 0;
    data[4 * at + 3] = Math.round(255 * Math.min(1, strength));
  }
  return { width, height, channels: 4, data };
}

/**
 * A grid of at most so many columns and rows, each number the largest in size of those it stands for.
 *
 * @example
 * strongest({ width: 2, height: 1, values: [0.5, -2] }, { width: 1, height: 1 }).values; // [-2]
 */
export function strongest(grid: Grid, most: { width: number; height: number }): Grid {
  const width = Math.min(grid.width, Math.max(1, Math.floor(most.width)));
  const height = Math.min(grid.height, Math.max(1, Math.floor(most.height)));
  if (width === grid.width && height === grid.height) return grid;
  const values = new Float64Array(width * height);
  for (let y = 0; y < grid.height; y++) {
    const row = width * Math.floor((y * height) / grid.height);
    for (let x = 0; x < grid.width; x++) {
      const target = row + Math.floor((x * width) / grid.width);
      const value = grid.values[y * grid.width + x];
      if (Math.abs(value) > Math.abs(values[target])) values[target] = value;
    }
  }
  return { width, height, values };
}
