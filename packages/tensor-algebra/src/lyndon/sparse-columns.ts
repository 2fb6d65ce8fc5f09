/** A sparse matrix by columns: those of column c are the entries starts[c] to starts[c + 1]. */
export interface SparseColumns {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** Packs columns, each a list of pairs of row and value. */
export function sparseColumns(
  columns: readonly (readonly (readonly [row: number, value: number])[])[],
): SparseColumns {
  const starts = new Int32Array(columns.length + 1);
  for (const [index, column] of columns.entries())
    starts[index + 1] = starts[index] + column.length;
  const rows = new Int32Array(starts[columns.length]);
  const values = new Float64Array(rows.length);
  for (const [index, column] of columns.entries()) {
    for (const [offset, [row, value]] of column.entries()) {
      rows[starts[index] + offset] = row;
      values[starts[index] + offset] = value;
    }
  }
  return { starts, rows, values };
}
