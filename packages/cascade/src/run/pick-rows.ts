/** Some rows of a matrix [rows, width], in the order they are named. */
export function pickRows(
  values: Float32Array,
  rows: readonly number[],
  width: number,
): Float32Array {
  const picked = new Float32Array(rows.length * width);
  rows.forEach((row, at) => {
    picked.set(values.subarray(row * width, (row + 1) * width), at * width);
  });
  return picked;
}
