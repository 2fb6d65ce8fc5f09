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

/** Windows that fit images, with every kind of stride and padding. */
export const imageWindows = fc
  .record({
    samples: integers(1, 2),
    channels: integers(1, 6),
    size: integers(1, 3),
    moreDown: integers(0, 4),
    moreAcross: integers(0, 4),
    stride: integers(1, 3),
  })
  .chain(({ samples, channels, size, moreDown, moreAcross, stride }) =>
    integers(0, size - 1).map((padding) => ({
      samples,
      channels,
      size,
      stride,
      padding,
      height: size + moreDown,
      width: size + moreAcross,
    })),
  );
