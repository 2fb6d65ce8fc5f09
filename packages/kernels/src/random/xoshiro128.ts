/** A generator of 32-bit words whose whole state is four of them. */
export interface Xoshiro128 {
  /** The next word, as an integer from 0 to 2^32 - 1. */
  next(): number;
  /** Copy it to save the generator, write it to restore it. */
  readonly state: Int32Array;
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS
 * 47(4), 2021), its state filled by SplitMix32 steps: the same seed gives the same words everywhere.
 * Not for secrets.
 *
 * @param seed an integer from -2^53 to 2^53; all its bits count.
 * @throws RangeError when the seed is not such an integer.
 *
 * @example
 * const { next } = xoshiro128(1);
 * next(); // a word
 */
export function xoshiro128(seed: number): Xoshiro128 {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`seed must be an integer from -2^53 to 2^53, got ${seed}`);
  }
  const state = new Int32Array(4);
  // The high half is scrambled first: xor-ing it in plainly would make nearby seeds meet.
  let filler = (seed | 0) ^ mix(Math.floor(seed / 2 ** 32) | 0);
  for (let index = 0; index < 4; index++) {
    filler = (filler + 0x9e3779b9) | 0;
    state[index] = mix(filler);
  }
  return {
    state,
    next() {
      const scrambled = Math.imul(state[1], 5);
      const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
      const shifted = state[1] << 9;
      state[2] ^= state[0];
      state[3] ^= state[1];
      state[1] ^= state[2];
      state[0] ^= state[3];
      state[2] ^= shifted;
      state[3] = (state[3] << 11) | (state[3] >>> 21);
      return result >>> 0;
    },
  };
}

/** The finaliser of MurmurHash3: every bit of the result depends on every bit of the value. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
