/**
 * S ← S ⊗ exp(z) in every lane.
 *
 * Horner's scheme of the fused multiply-exponentiate (Kidger & Lyons 2021, "Signatory",
 * section 4.1): level k becomes ((z/k + S₁) ⊗ z/(k−1) + S₂) ⊗ … ⊗ z + S_k, the highest first, so that
 * the lower ones are still the old ones. The scratch begins with z; behind it come z/2 … z/depth and
 * channels^(depth − 1) products.
 */
export function multiplyExponential(state: usize, scratch: usize, channels: i32, depth: i32): void {
  const row = (<usize>channels) << 4;
  const products = scratch + <usize>depth * row;
  for (let divisor = 2; divisor <= depth; divisor++) {
    const share = f32x4.splat(<f32>1 / <f32>divisor);
    const scaled = scratch + <usize>(divisor - 1) * row;
    for (let at: usize = 0; at < row; at += 16) {
      v128.store(scaled + at, f32x4.mul(v128.load(scratch + at), share));
    }
  }
  for (let level = depth; level > 0; level--) {
    let share = scratch + <usize>(level - 1) * row;
    let words = state;
    let size = row;
    // Level 1 of the products, or of the state itself.
    let target = level > 1 ? products : state;
    for (let at: usize = 0; at < row; at += 16) {
      v128.store(target + at, f32x4.add(v128.load(share + at), v128.load(words + at)));
    }
    for (let length = 2; length <= level; length++) {
      words += size;
      share -= row;
      target = length < level ? products : words;
      extend(target, words, products, size, share, row);
      size *= channels;
    }
  }
}

/** target ← products ⊗ z + words; the last word first, for the target may be the products. */
@inline
function extend(
  target: usize,
  words: usize,
  products: usize,
  size: usize,
  z: usize,
  row: usize,
): void {
  const reach = size * (row >> 4);
  let to = target + reach;
  let from = words + reach;
  let at = products + size;
  if (row == 48) {
    // Three channels, whose loop is written out: those of an RGB image.
    const z0 = v128.load(z);
    const z1 = v128.load(z, 16);
    const z2 = v128.load(z, 32);
    do {
      at -= 16;
      to -= 48;
      from -= 48;
      const product = v128.load(at);
      v128.store(to, f32x4.add(v128.load(from), f32x4.mul(product, z0)));
      v128.store(to, f32x4.add(v128.load(from, 16), f32x4.mul(product, z1)), 16);
      v128.store(to, f32x4.add(v128.load(from, 32), f32x4.mul(product, z2)), 32);
    } while (at > products);
    return;
  }
  do {
    at -= 16;
    const product = v128.load(at);
    for (let letter = row; letter > 0; ) {
      letter -= 16;
      to -= 16;
      from -= 16;
      v128.store(to, f32x4.add(v128.load(from), f32x4.mul(product, v128.load(z + letter))));
    }
  } while (at > products);
}
