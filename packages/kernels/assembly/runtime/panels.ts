/** Stores max(floor, c · s + t) for eight columns. */
export function finish(
  to: usize,
  c0: v128,
  c1: v128,
  s0: v128,
  s1: v128,
  t0: v128,
  t1: v128,
  floor: v128,
): void {
  v128.store(to, f32x4.max(floor, f32x4.add(f32x4.mul(c0, s0), t0)));
  v128.store(to, f32x4.max(floor, f32x4.add(f32x4.mul(c1, s1), t1)), 16);
}

/** Rows of 8 int8 weights as reals. */
export function unpack(weights: usize, count: i32, to: usize): void {
  for (const end = weights + ((<usize>count) << 3); weights < end; weights += 8, to += 32) {
    const eight = v128.load8x8_s(weights);
    v128.store(to, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(eight)));
    v128.store(to, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(eight)), 16);
  }
}
