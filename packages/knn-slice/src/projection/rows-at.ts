/** Some rows of a matrix [count, width], none of them twice, one after another. */
export function rowsAt<Matrix extends Float32Array | Uint8Array>(
  matrix: Matrix,
  places: ArrayLike<number>,
  width: number,
): Matrix {
  const rows = matrix.slice(0, places.length * width) as Matrix;
  for (let at = 0; at < places.length; at++) {
    const row = places[at] * width;
    rows.set(matrix.subarray(row, row + width), at * width);
  }
  return rows;
}
