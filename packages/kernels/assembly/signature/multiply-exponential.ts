/**
 * S ← S ⊗ exp(z) in every lane, for `count` increments z in turn.
 *
 * Horner's scheme of the fused multiply-exponentiate (Kidger & Lyons 2021, "Signatory",
 * section 4.1): level k becomes ((z/k + S₁) ⊗ z/(k−1) + S₂) ⊗ … ⊗ z + S_k. The levels are done from the
 * highest down, so that the lower ones are still the old ones.
 */
export function multiplyExponential<T>(
  state: usize, increments: usize, count: i32, channels: i32, depth: i32, scratch: usize,
): void {
  const row = <usize>channels << 4;
  const products = scratch + <usize>depth * row;
  for (let step = 0; step < count; step++, increments += row) {
    for (let divisor = 1; divisor <= depth; divisor++) {
      const share = v128.splat<T>(<T>(1.0 / <f64>divisor));
      const scaled = scratch + <usize>(divisor - 1) * row;
      for (let at: usize = 0; at < row; at += 16) {
        v128.store(scaled + at, v128.mul<T>(v128.load(increments + at), share));
      }
    }
    for (let level = depth; level > 1; level--) {
      const first = scratch + <usize>(level - 1) * row;
      for (let at: usize = 0; at < row; at += 16) {
        v128.store(products + at, v128.add<T>(v128.load(first + at), v128.load(state + at)));
      }
      let size = channels;
      let words = state + row;
      for (let length = 2; length < level; length++) {
        extend<T>(products, size, scratch + <usize>(level - length) * row, row, words);
        size *= channels;
        words += <usize>size << 4;
      }
      let target = words;
      for (let word = 0; word < size; word++, target += row) {
        const product = v128.load(products + (word << 4));
        for (let at: usize = 0; at < row; at += 16) {
          const grown = v128.mul<T>(product, v128.load(increments + at));
          v128.store(target + at, v128.add<T>(v128.load(target + at), grown));
        }
      }
    }
    for (let at: usize = 0; at < row; at += 16) {
      v128.store(state + at, v128.add<T>(v128.load(state + at), v128.load(increments + at)));
    }
  }
}

/** products ← products ⊗ z + words, one level longer, in place: the last word first. */
@inline function extend<T>(products: usize, size: i32, z: usize, row: usize, words: usize): void {
  for (let word = size - 1; word >= 0; word--) {
    const product = v128.load(products + (word << 4));
    const from = words + <usize>word * row;
    const to = products + <usize>word * row;
    for (let at: usize = 0; at < row; at += 16) {
      const grown = v128.mul<T>(product, v128.load(z + at));
      v128.store(to + at, v128.add<T>(v128.load(from + at), grown));
    }
  }
}
