/**
 * C[4, 8] = the products of four windows with eight filters, the sums in eight registers. Windows are
 * `step` bytes apart, of `size` lines of `bytes` each, `line` bytes apart; windows beyond the count
 * repeat the last one.
 *
 * `microKernel` once a line, which keeps the sums in memory in between, took 1.3 times as long.
 */
export function microKernelOverLines(
  c: usize,
  cStride: i32,
  window: usize,
  step: usize,
  count: i32,
  size: i32,
  line: usize,
  bytes: usize,
  weights: usize,
): void {
  const stride = <usize>cStride;
  let a0 = window;
  let a1 = count > 1 ? a0 + step : a0;
  let a2 = count > 2 ? a1 + step : a1;
  let a3 = count > 3 ? a2 + step : a2;
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  let b0: v128, b1: v128, x: v128;
  const rest = line - bytes;
  for (let ky = 0; ky < size; ky++) {
    for (const end = a0 + bytes; a0 < end; ) {
      b0 = v128.load(weights);
      b1 = v128.load(weights, 16);
      x = v128.load32_splat(a0);
      c00 = f32x4.add(c00, f32x4.mul(x, b0));
      c01 = f32x4.add(c01, f32x4.mul(x, b1));
      x = v128.load32_splat(a1);
      c10 = f32x4.add(c10, f32x4.mul(x, b0));
      c11 = f32x4.add(c11, f32x4.mul(x, b1));
      x = v128.load32_splat(a2);
      c20 = f32x4.add(c20, f32x4.mul(x, b0));
      c21 = f32x4.add(c21, f32x4.mul(x, b1));
      x = v128.load32_splat(a3);
      c30 = f32x4.add(c30, f32x4.mul(x, b0));
      c31 = f32x4.add(c31, f32x4.mul(x, b1));
      weights += 32;
      a0 += 4;
      a1 += 4;
      a2 += 4;
      a3 += 4;
    }
    a0 += rest;
    a1 += rest;
    a2 += rest;
    a3 += rest;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c + stride, c10);
  v128.store(c + stride, c11, 16);
  v128.store(c + 2 * stride, c20);
  v128.store(c + 2 * stride, c21, 16);
  v128.store(c + 3 * stride, c30);
  v128.store(c + 3 * stride, c31, 16);
}
