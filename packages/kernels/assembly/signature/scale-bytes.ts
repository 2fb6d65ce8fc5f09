/** reals[i] = bytes[i] · scale, for i below count. */
export function scaleBytes(
  workspace: usize,
  bytes: usize,
  count: i32,
  scale: f32,
  reals: usize,
): void {
  const factor = f32x4.splat(scale);
  let left = count;
  for (; left >= 16; left -= 16, bytes += 16, reals += 64) {
    const sixteen = v128.load(bytes);
    const low = i16x8.extend_low_i8x16_u(sixteen);
    const high = i16x8.extend_high_i8x16_u(sixteen);
    storeScaled(i32x4.extend_low_i16x8_u(low), factor, reals);
    storeScaled(i32x4.extend_high_i16x8_u(low), factor, reals + 16);
    storeScaled(i32x4.extend_low_i16x8_u(high), factor, reals + 32);
    storeScaled(i32x4.extend_high_i16x8_u(high), factor, reals + 48);
  }
  for (; left > 0; left--, bytes++, reals += 4) {
    store<f32>(reals, <f32>load<u8>(bytes) * scale);
  }
}

@inline function storeScaled(integers: v128, factor: v128, reals: usize): void {
  v128.store(reals, f32x4.mul(f32x4.convert_i32x4_s(integers), factor));
}
