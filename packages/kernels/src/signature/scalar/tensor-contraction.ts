import type { Tensor } from './tensor-product.js';

/** v ↦ ⟨g, s ⊗ v⟩ for words v: the adjoint of multiplying by s from the left. */
export function contractLeft(s: Tensor, g: Float64Array, channels: number, depth: number) {
  return contract(s, g, channels, depth, (word, end, _size, endSize) => word * endSize + end);
}

/** v ↦ ⟨g, v ⊗ s⟩ for words v: the adjoint of multiplying by s from the right. */
export function contractRight(s: Tensor, g: Float64Array, channels: number, depth: number) {
  return contract(s, g, channels, depth, (word, end, size) => end * size + word);
}

/** `place` finds, in its level, the word made of one of s and one of the result. */
function contract(
  s: Tensor,
  g: Float64Array,
  channels: number,
  depth: number,
  place: (word: number, end: number, size: number, endSize: number) => number,
): Float64Array {
  const out = g.map((value) => value * s.scalar);
  const starts = [0, 0];
  for (let level = 1; level <= depth; level++) starts.push(starts[level] + channels ** level);
  for (let level = 1; level <= depth; level++) {
    const endSize = channels ** level;
    for (let letters = 1; letters + level <= depth; letters++) {
      const size = channels ** letters;
      const from = starts[letters + level];
      for (let end = 0; end < endSize; end++) {
        let sum = 0;
        for (let word = 0; word < size; word++) {
          sum += s.words[starts[letters] + word] * g[from + place(word, end, size, endSize)];
        }
        out[starts[level] + end] += sum;
      }
    }
  }
  return out;
}
