import { xoshiro128 } from '@sig/kernels/random';

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
 * Words of xoshiro128**, two a uniform number; the normal ones by the polar method (Marsaglia and
 * Bray, "A convenient method for generating normal variables", SIAM Review 6(3), 1964).
 */
export function createRandom(seed: number): Random {
  const { next, state: words } = xoshiro128(seed);
  let spare = Number.NaN;

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
