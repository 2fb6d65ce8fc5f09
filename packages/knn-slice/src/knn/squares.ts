/** The squared length of each row of [rows, width], summed in float64. */
export function squares(matrix: ArrayLike<number>, width: number): Float64Array {
  const rows = matrix.length / width;
  const found = new Float64Array(rows);
  for (let row = 0, at = 0; row < rows; row++) {
    let sum = 0;
    for (let i = 0; i < width; i++, at++) sum += matrix[at] * matrix[at];
    found[row] = sum;
  }
  return found;
}
