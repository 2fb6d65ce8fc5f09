/**
 * out = clamp(round(x / scale), low, high), halves to the even: as int16 or, where `reals` is asked,
 * as reals. Up to 28 bytes behind the output are touched.
 */
export function quantise(
  input: usize,
  count: i32,
  scale: f32,
  low: f32,
  high: f32,
  reals: i32,
  out: usize,
): void {
  for (const end = input + ((<usize>count) << 2); input < end; input += 32) {
    const a = rounded(v128.load(input), scale, low, high);
    const b = rounded(v128.load(input, 16), scale, low, high);
    if (reals) {
      v128.store(out, a);
      v128.store(out, b, 16);
      out += 32;
    } else {
      const integers = i32x4.trunc_sat_f32x4_s(a);
      v128.store(out, i16x8.narrow_i32x4_s(integers, i32x4.trunc_sat_f32x4_s(b)));
      out += 16;
    }
  }
}

function rounded(x: v128, scale: f32, low: f32, high: f32): v128 {
  const nearest = f32x4.nearest(f32x4.div(x, f32x4.splat(scale)));
  return f32x4.min(f32x4.max(nearest, f32x4.splat(low)), f32x4.splat(high));
}
