/** sums[c] += Σ over the rows of matrix[row, c]. */
export function columnSum(
  workspace: usize,
  matrix: usize,
  rows: i32,
  columns: i32,
  sums: usize,
): void {
  const row = (<usize>columns) << 2;
  const end = matrix + <usize>rows * row;
  let c = 0;
  for (; c + 16 <= columns; c += 16) {
    const to = sums + ((<usize>c) << 2);
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let at = matrix + ((<usize>c) << 2); at < end; at += row) {
      s0 = f32x4.add(s0, v128.load(at));
      s1 = f32x4.add(s1, v128.load(at, 16));
      s2 = f32x4.add(s2, v128.load(at, 32));
      s3 = f32x4.add(s3, v128.load(at, 48));
    }
    v128.store(to, f32x4.add(v128.load(to), s0));
    v128.store(to, f32x4.add(v128.load(to, 16), s1), 16);
    v128.store(to, f32x4.add(v128.load(to, 32), s2), 32);
    v128.store(to, f32x4.add(v128.load(to, 48), s3), 48);
  }
  for (; c < columns; c++) {
    const to = sums + ((<usize>c) << 2);
    let sum: f32 = 0;
    for (let at = matrix + ((<usize>c) << 2); at < end; at += row) sum += load<f32>(at);
    store<f32>(to, load<f32>(to) + sum);
  }
}
