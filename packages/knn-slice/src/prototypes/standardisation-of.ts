import type { Standardisation } from '@sig/heads';

// Columns that vary by less than this keep their scale.
const LEAST = 1e-6;

/** Mean and 1 / deviation of each column of rows [count, width]. */
export function standardisationOf(rows: Float32Array, width: number): Standardisation {
  const count = rows.length / width;
  const mean = new Float64Array(width);
  const square = new Float64Array(width);
  for (let at = 0; at < rows.length; at++) mean[at % width] += rows[at] / count;
  for (let at = 0; at < rows.length; at++) {
    square[at % width] += (rows[at] - mean[at % width]) ** 2 / count;
  }
  const scale = Float32Array.from(square, (variance) =>
    variance > LEAST ** 2 ? 1 / Math.sqrt(variance) : 1,
  );
  return { mean: Float32Array.from(mean), scale };
}
