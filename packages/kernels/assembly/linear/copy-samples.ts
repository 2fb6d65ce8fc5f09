/** Copies the first `width` reals of each sample; what is left of a target sample becomes 0. */
export function copySamples(
  workspace: usize,
  source: usize,
  sourceStride: i32,
  target: usize,
  targetStride: i32,
  width: i32,
  samples: i32,
): void {
  const bytes = (<usize>width) << 2;
  const gap = ((<usize>targetStride) << 2) - bytes;
  for (let sample = 0; sample < samples; sample++) {
    memory.copy(target, source, bytes);
    memory.fill(target + bytes, 0, gap);
    source += (<usize>sourceStride) << 2;
    target += (<usize>targetStride) << 2;
  }
}
