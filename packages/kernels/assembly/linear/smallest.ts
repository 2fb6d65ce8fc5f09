import { keepSmallest } from './keep-smallest';

/** Keeps the k smallest of each row of offsets[j] + scale · matrix[i][j]. */
export function smallest(
  _workspace: usize,
  matrix: usize,
  stride: i32,
  rows: i32,
  columns: i32,
  offsets: usize,
  scale: f32,
  skip: i32,
  firstIndex: i32,
  k: i32,
  values: usize,
  indices: usize,
  fresh: i32,
): void {
  keepSmallest<f32>(
    matrix,
    stride,
    rows,
    columns,
    offsets,
    scale,
    skip,
    firstIndex,
    k,
    values,
    indices,
    fresh,
    Infinity,
  );
}
