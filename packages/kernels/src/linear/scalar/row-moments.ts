/** The mean of `columns` values and their mean square distance from it. */
export function rowMoments(
  reals: Float32Array | Float64Array,
  from: number,
  columns: number,
): { mean: number; variance: number } {
  let sum = 0;
  for (let j = 0; j < columns; j++) sum += reals[from + j];
  const mean = sum / columns;
  let squares = 0;
  for (let j = 0; j < columns; j++) squares += (reals[from + j] - mean) ** 2;
  return { mean, variance: squares / columns };
}
