import { expect, test } from 'vitest';
import { decodeFloat16, encodeFloat16 } from '../../src/index.js';

test('the bits are those of the standard', () => {
  // From the table of half-precision examples of IEEE 754.
  const cases: [number, number][] = [
    [0, 0x0000],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [2 ** -14 - 2 ** -24, 0x03ff],
    [1 / 3, 0x3555],
    [Number.POSITIVE_INFINITY, 0x7c00],
    [Number.NEGATIVE_INFINITY, 0xfc00],
  ];
  for (const [value, bits] of cases) {
    expect([...encodeFloat16(Float32Array.of(value))]).toEqual([bits]);
    expect(decodeFloat16(Uint16Array.of(bits))[0]).toBeCloseTo(value, 3);
  }
});

test('of two equally near the even one is taken, and what is too large is infinite', () => {
  const cases: [number, number][] = [
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
    [2 ** -25, 0x0000],
    [3 * 2 ** -25, 0x0002],
    [2 - 2 ** -11, 0x4000],
    [65519, 0x7bff],
    [65520, 0x7c00],
  ];
  for (const [value, bits] of cases) {
    expect([...encodeFloat16(Float32Array.of(value))], String(value)).toEqual([bits]);
  }
});

test('every float16 keeps its bits', () => {
  const bits = Uint16Array.from({ length: 65536 }, (_, at) => at).filter(
    (b) => (b & 0x7c00) !== 0x7c00 || (b & 0x3ff) === 0,
  );
  expect(encodeFloat16(decodeFloat16(bits))).toEqual(bits);
});

test('a number that is none stays none', () => {
  expect(decodeFloat16(encodeFloat16(Float32Array.of(Number.NaN)))).toEqual(
    Float32Array.of(Number.NaN),
  );
});
