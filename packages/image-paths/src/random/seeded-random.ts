/** A source of numbers from 0 up to but not including 1. */
export type Random = () => number;

/**
 * A small pseudo-random generator: the same seed gives the same numbers everywhere.
 *
 * xoshiro128** 1.1 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM
 * TOMS 47(4), 2021), its state filled by SplitMix32 steps. Not for secrets.
 *
 * @param seed an integer from -2^53 to 2^53; all its bits count.
 * @throws RangeError when the seed is not such an integer.
 *
 * @example
 * const random = seededRandom(1);
 * random(); // from 0 up to 1
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`seed must be an integer from -2^53 to 2^53, got ${seed}`);
  }
  // The high half is scrambled first: xor-ing it in plainly would make nearby seeds meet.
  let filler = (seed | 0) ^ mix(Math.floor(seed / 2 ** 32) | 0);
  const fill = (): number => {
    filler = (filler + 0x9e3779b9) | 0;
    return mix(filler);
  };
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill();
  return () => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return (result >>> 0) / 2 ** 32;
  };
}

/** The finaliser of MurmurHash3: every bit of the result depends on every bit of the value. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
