/** One well mixed 32-bit seed from several integers, so that streams of one seed stay apart. */
export function mixSeed(...parts: readonly number[]): number {
  let state = 0x9e3779b9;
  for (const part of parts) {
    // Seeds above 32 bits count whole.
    for (const word of [part, Math.floor(part / 2 ** 32)]) {
      state = Math.imul(state ^ word, 0x85ebca6b);
      state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
      state ^= state >>> 16;
    }
  }
  return state | 0;
}
