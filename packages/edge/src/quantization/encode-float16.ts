// The bits of a float32: sign, 8 of the exponent, 23 of the fraction; of a float16: sign, 5, 10.
const float32 = new Float32Array(1);
const bits32 = new Uint32Array(float32.buffer);

/** The largest float16. */
export const FLOAT16_MAX = 65504;

/**
 * Numbers as the bits of the nearest float16 (IEEE 754 binary16), of two equally near the even one;
 * infinite from 65520 on.
 */
export function encodeFloat16(values: Float32Array): Uint16Array {
  return Uint16Array.from(values, toFloat16);
}

/** The bits of one number. */
export function toFloat16(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= 65520) return sign | 0x7c00;
  // Below 2^-14 the step is that of the smallest numbers, 2^-24; adding a number of the right size
  // in float32 rounds to a multiple of the step.
  float32[0] = size;
  const exponent = Math.max((bits32[0] >>> 23) - 127, -14);
  const step = 2 ** (exponent - 10);
  const anchor = step * 2 ** 23;
  const steps = Math.fround(Math.fround(size + anchor) - anchor) / step;
  // From 2^-14 on there are 1024 steps or more, the first 1024 of which are the exponent's last bit;
  // a fraction that has grown to the next power of two carries into it in the same way.
  return sign | (((exponent + 14) << 10) + steps);
}
