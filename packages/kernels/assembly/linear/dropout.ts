/** A well mixed 32-bit hash of four counters (multiply and xor-shift, "lowbias32" constants). */
function hash(x: v128): v128 {
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x7feb352d));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/**
 * output = input · scale where the hash of (seed, first + index) is at least the threshold, else 0.
 * The same arguments give the same mask, so this is its own backward pass.
 */
export function dropout(
  workspace: usize,
  input: usize,
  output: usize,
  count: i32,
  threshold: i32,
  scale: f32,
  seed: i32,
  first: i32,
): void {
  const golden = i32x4.splat(0x9e3779b9);
  const start = i32x4.splat(seed);
  const limit = i32x4.splat(threshold);
  const factor = f32x4.splat(scale);
  let counter = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  for (let i = 0; i < count; i += 4, input += 16, output += 16) {
    const kept = i32x4.ge_u(hash(i32x4.add(i32x4.mul(counter, golden), start)), limit);
    counter = i32x4.add(counter, i32x4.splat(4));
    if (i + 4 <= count) {
      v128.store(output, v128.and(f32x4.mul(v128.load(input), factor), kept));
    } else {
      // Not times 0, of which NaN and infinity make NaN.
      store<f32>(output, i32x4.extract_lane(kept, 0) ? load<f32>(input) * scale : 0);
      if (i + 1 < count) {
        store<f32>(output, i32x4.extract_lane(kept, 1) ? load<f32>(input, 4) * scale : 0, 4);
      }
      if (i + 2 < count) {
        store<f32>(output, i32x4.extract_lane(kept, 2) ? load<f32>(input, 8) * scale : 0, 8);
      }
    }
  }
}
