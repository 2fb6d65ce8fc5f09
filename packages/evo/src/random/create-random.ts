/** A stream of random numbers whose state can be saved and restored. */
export interface Random {
  /** From 0 up to but not including 1, in steps of 2^-53. */
  uniform(): number;
  /** Standard normal. */
  gaussian(): number;
  /** `length` standard normal numbers. */
  gaussians(length: number): Float64Array;
  /** An integer from 0 up to but not including `count`. */
  integer(count: number): number;
  state(): Float64Array;
  restore(state: Float64Array): void;
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS
 * 47(4), 2021), two outputs a number; the normal ones by the polar method (Marsaglia and Bray, "A
 * convenient method for generating normal variables", SIAM Review 6(3), 1964).
 */
export function createRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`seed must be an integer from -2^53 to 2^53, got ${seed}`);
  }
  const words = new Int32Array(4);
  let filler = (seed | 0) ^ mix(Math.floor(seed / 2 ** 32) | 0);
  for (let i = 0; i < 4; i++) {
    filler = (filler + 0x9e3779b9) | 0;
    words[i] = mix(filler);
  }
  let spare = Number.NaN;

  function next(): number {
    const scrambled = Math.imul(words[1], 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = words[1] << 9;
    words[2] ^= words[0];
    words[3] ^= words[1];
    words[1] ^= words[2];
    words[0] ^= words[3];
    words[2] ^= shifted;
    words[3] = (words[3] << 11) | (words[3] >>> 21);
    return result >>> 0;
  }

  function uniform(): number {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  function gaussian(): number {
    if (!Number.isNaN(spare)) {
      const saved = spare;
      spare = Number.NaN;
      return saved;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  }

  return {
    uniform,
    gaussian,
    gaussians(length) {
      const drawn = new Float64Array(length);
      for (let i = 0; i < length; i++) drawn[i] = gaussian();
      return drawn;
    },
    integer: (count) => Math.floor(uniform() * count),
    state: () => Float64Array.of(...words, spare),
    restore(state) {
      words.set(state.subarray(0, 4));
      spare = state[4];
    },
  };
}

/** The finaliser of MurmurHash3: every bit of the result depends on every bit of the value. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
