/** The Euclidean norm of `count` reals, summed in double precision. */
export function norm(workspace: usize, x: usize, count: i32, result: usize): void {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  const end = x + ((<usize>count) << 2);
  for (; x + 16 <= end; x += 16) {
    const values = v128.load(x);
    const low = f64x2.promote_low_f32x4(values);
    const high = f64x2.promote_low_f32x4(i64x2.shuffle(values, values, 1, 1));
    even = f64x2.add(even, f64x2.mul(low, low));
    odd = f64x2.add(odd, f64x2.mul(high, high));
  }
  const sums = f64x2.add(even, odd);
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; x < end; x += 4) sum += <f64>load<f32>(x) * <f64>load<f32>(x);
  store<f32>(result, <f32>sqrt<f64>(sum));
}
