import { BLOCK_ROWS } from './block-rows';

/**
 * The mean of each column and its mean square distance from it, in one pass over memory: blocks of rows
 * that stay in the first cache, put together as in Chan, Golub and LeVeque (1983), "Algorithms for
 * computing the sample variance", equation 2.1. Until the end `variance` holds sums of squares.
 */
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
  for (let before = 0; before < rows; before += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, rows - before);
    const share = <f32>count / <f32>(before + count);
    const end = matrix + <usize>count * width;
    let j: usize = 0;
    for (; j + 16 <= width; j += 16) {
      addBlock(matrix + j, end, width, <f32>count, share, <f32>before, mean + j, variance + j);
    }
    for (; j < width; j += 4) {
      addBlock1(matrix + j, end, width, <f32>count, share, <f32>before, mean + j, variance + j);
    }
    matrix = end;
  }
  for (let j: usize = 0; j < width; j += 4) {
    store<f32>(variance + j, load<f32>(variance + j) / <f32>rows);
  }
}

/** Four columns of a block; two rows by turns, so that a sum need not wait for the one before. */
function addBlock(
  at: usize,
  end: usize,
  width: usize,
  count: f32,
  share: f32,
  before: f32,
  mean: usize,
  squares: usize,
): void {
  const zero = f32x4.splat(0);
  let sum = zero;
  let other = zero;
  let row = at;
  for (; row + width < end; row += 2 * width) {
    sum = f32x4.add(sum, v128.load(row));
    other = f32x4.add(other, v128.load(row + width));
  }
  if (row < end) sum = f32x4.add(sum, v128.load(row));
  const middle = f32x4.div(f32x4.add(sum, other), f32x4.splat(count));
  sum = zero;
  other = zero;
  for (row = at; row + width < end; row += 2 * width) {
    const x = f32x4.sub(v128.load(row), middle);
    const y = f32x4.sub(v128.load(row + width), middle);
    sum = f32x4.add(sum, f32x4.mul(x, x));
    other = f32x4.add(other, f32x4.mul(y, y));
  }
  if (row < end) {
    const x = f32x4.sub(v128.load(row), middle);
    sum = f32x4.add(sum, f32x4.mul(x, x));
  }
  const step = f32x4.sub(middle, v128.load(mean));
  const apart = f32x4.mul(f32x4.mul(step, step), f32x4.splat(before * share));
  v128.store(mean, f32x4.add(v128.load(mean), f32x4.mul(step, f32x4.splat(share))));
  sum = f32x4.add(f32x4.add(sum, other), apart);
  v128.store(squares, f32x4.add(v128.load(squares), sum));
}

/** One column of a block. */
function addBlock1(
  at: usize,
  end: usize,
  width: usize,
  count: f32,
  share: f32,
  before: f32,
  mean: usize,
  squares: usize,
): void {
  let middle: f32 = 0;
  for (let row = at; row < end; row += width) middle += load<f32>(row);
  middle /= count;
  const step = middle - load<f32>(mean);
  let sum = step * step * before * share;
  for (let row = at; row < end; row += width) {
    const x = load<f32>(row) - middle;
    sum += x * x;
  }
  store<f32>(mean, load<f32>(mean) + step * share);
  store<f32>(squares, load<f32>(squares) + sum);
}
