/** The squared length of each row of [rows, width], summed in double precision. */
export function rowSquares(
  workspace: usize,
  matrix: usize,
  rows: i32,
  width: i32,
  squares: usize,
): void {
  for (let i = 0; i < rows; i++, squares += 4) {
    const end = matrix + ((<usize>width) << 2);
    let even = f64x2.splat(0);
    let odd = f64x2.splat(0);
    for (; matrix + 16 <= end; matrix += 16) {
      const values = v128.load(matrix);
      const low = f64x2.promote_low_f32x4(values);
      const high = f64x2.promote_low_f32x4(i64x2.shuffle(values, values, 1, 1));
      even = f64x2.add(even, f64x2.mul(low, low));
      odd = f64x2.add(odd, f64x2.mul(high, high));
    }
    const sums = f64x2.add(even, odd);
    let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
    for (; matrix < end; matrix += 4) sum += <f64>load<f32>(matrix) * <f64>load<f32>(matrix);
    store<f32>(squares, <f32>sum);
  }
}
