import { columnSum } from './column-sum';

/** The mean of each column and its mean square distance from it. */
export function columnMoments(
  workspace: usize,
  matrix: usize,
  rows: i32,
  columns: i32,
  mean: usize,
  variance: usize,
): void {
  const width = (<usize>columns) << 2;
  memory.fill(mean, 0, width);
  memory.fill(variance, 0, width);
  columnSum(workspace, matrix, rows, columns, mean);
  divide(mean, width, <f32>rows);
  for (let row = 0; row < rows; row++, matrix += width) {
    let j: usize = 0;
    for (; j + 16 <= width; j += 16) {
      const centred = f32x4.sub(v128.load(matrix + j), v128.load(mean + j));
      const square = f32x4.mul(centred, centred);
      v128.store(variance + j, f32x4.add(v128.load(variance + j), square));
    }
    for (; j < width; j += 4) {
      const centred = load<f32>(matrix + j) - load<f32>(mean + j);
      store<f32>(variance + j, load<f32>(variance + j) + centred * centred);
    }
  }
  divide(variance, width, <f32>rows);
}

function divide(values: usize, bytes: usize, by: f32): void {
  for (let j: usize = 0; j < bytes; j += 4) store<f32>(values + j, load<f32>(values + j) / by);
}
