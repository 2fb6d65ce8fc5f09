/** Sets `count` reals to a value. */
export function fill(workspace: usize, target: usize, count: i32, value: f32): void {
  const end = target + ((<usize>count) << 2);
  for (; target + 16 <= end; target += 16) v128.store(target, f32x4.splat(value));
  for (; target < end; target += 4) store<f32>(target, value);
}
