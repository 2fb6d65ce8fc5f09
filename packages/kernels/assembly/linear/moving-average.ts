/** target += rate · (source - target). */
export function movingAverage(
  workspace: usize,
  target: usize,
  source: usize,
  count: i32,
  rate: f32,
): void {
  const end = target + ((<usize>count) << 2);
  for (; target + 16 <= end; target += 16, source += 16) {
    const step = f32x4.sub(v128.load(source), v128.load(target));
    v128.store(target, f32x4.add(v128.load(target), f32x4.mul(f32x4.splat(rate), step)));
  }
  for (; target < end; target += 4, source += 4) {
    store<f32>(target, load<f32>(target) + rate * (load<f32>(source) - load<f32>(target)));
  }
}
