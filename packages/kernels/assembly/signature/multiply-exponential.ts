import { addProducts, extendProducts, scaleIncrement } from './minimal-steps';

/**
 * S ← S ⊗ exp(z) in every lane, for `count` increments z in turn.
 *
 * Horner's scheme of the fused multiply-exponentiate (Kidger & Lyons 2021, "Signatory",
 * section 4.1): level k becomes ((z/k + S₁) ⊗ z/(k−1) + S₂) ⊗ … ⊗ z + S_k. The levels are done from the
 * highest down, so that the lower ones are still the old ones. The scratch holds z/1 … z/depth and
 * channels^(depth − 1) products.
 */
export function multiplyExponential<T>(
  state: usize, increments: usize, count: i32, channels: i32, depth: i32, scratch: usize,
): void {
  const row = <usize>channels << 4;
  const products = scratch + <usize>depth * row;
  for (let step = 0; step < count; step++, increments += row) {
    scaleIncrement<T>(scratch, increments, row, depth);
    for (let level = depth; level > 1; level--) {
      const first = scratch + <usize>(level - 1) * row;
      for (let at: usize = 0; at < row; at += 16) {
        v128.store(products + at, v128.add<T>(v128.load(first + at), v128.load(state + at)));
      }
      let size = channels;
      let words = state + row;
      for (let length = 2; length < level; length++) {
        extendProducts<T>(products, size, scratch + <usize>(level - length) * row, row, words);
        size *= channels;
        words += <usize>size << 4;
      }
      addProducts<T>(words, products, size, increments, row);
    }
    for (let at: usize = 0; at < row; at += 16) {
      v128.store(state + at, v128.add<T>(v128.load(state + at), v128.load(increments + at)));
    }
  }
}
