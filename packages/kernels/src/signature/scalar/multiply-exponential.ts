/**
 * state ← state ⊗ exp(z), by Horner's scheme, the highest level first.
 *
 * Source: Kidger & Lyons 2021, "Signatory", section 4.1, the fused multiply-exponentiate.
 *
 * @param products room for channels^(depth - 1) numbers.
 */
export function multiplyExponential(
  state: Float64Array,
  z: Float64Array,
  channels: number,
  depth: number,
  products: Float64Array,
): void {
  for (let level = depth; level > 1; level--) {
    for (let letter = 0; letter < channels; letter++) {
      products[letter] = z[letter] / level + state[letter];
    }
    let size = channels;
    let words = channels;
    for (let length = 2; length < level; length++) {
      const share = 1 / (level - length + 1);
      // The longer words overwrite the shorter ones, so the last word goes first.
      for (let word = size - 1; word >= 0; word--) {
        const product = products[word] * share;
        const to = word * channels;
        for (let letter = 0; letter < channels; letter++) {
          products[to + letter] = product * z[letter] + state[words + to + letter];
        }
      }
      size *= channels;
      words += size;
    }
    for (let word = 0, to = words; word < size; word++) {
      for (let letter = 0; letter < channels; letter++) state[to++] += products[word] * z[letter];
    }
  }
  for (let letter = 0; letter < channels; letter++) state[letter] += z[letter];
}
