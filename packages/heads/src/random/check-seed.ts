/** Throws a RangeError unless a seed is an integer that counts whole. */
export function checkSeed(seed: number): void {
  if (Number.isSafeInteger(seed)) return;
  throw new RangeError(`seed must be an integer from -2^53 to 2^53, got ${seed}`);
}
