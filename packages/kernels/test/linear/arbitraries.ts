import fc from 'fast-check';

/** Small binary fractions: exact in float32, with ties now and then. */
export const real = fc.integer({ min: -40, max: 40 }).map((value) => value / 16);

/** Exactly `length` of them. */
export function reals(length: number): fc.Arbitrary<number[]> {
  return fc.array(real, { minLength: length, maxLength: length });
}

/** Integers from `min` to `max`. */
export function integers(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min, max });
}

/** A list of `length` zeros. */
export function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}
