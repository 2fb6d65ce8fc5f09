/** target += source, for `count` reals. */
export function addInto(workspace: usize, target: usize, source: usize, count: i32): void {
  const end = target + ((<usize>count) << 2);
  for (; target + 16 <= end; target += 16, source += 16) {
    v128.store(target, f32x4.add(v128.load(target), v128.load(source)));
  }
  for (; target < end; target += 4, source += 4) {
    store<f32>(target, load<f32>(target) + load<f32>(source));
  }
}
