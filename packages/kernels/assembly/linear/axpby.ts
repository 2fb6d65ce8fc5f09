/** y = alpha · x + beta · y. */
export function axpby(
  workspace: usize,
  y: usize,
  x: usize,
  count: i32,
  alpha: f32,
  beta: f32,
): void {
  const end = y + ((<usize>count) << 2);
  for (; y + 16 <= end; y += 16, x += 16) {
    const scaled = f32x4.mul(f32x4.splat(alpha), v128.load(x));
    v128.store(y, f32x4.add(scaled, f32x4.mul(f32x4.splat(beta), v128.load(y))));
  }
  for (; y < end; y += 4, x += 4) store<f32>(y, alpha * load<f32>(x) + beta * load<f32>(y));
}
