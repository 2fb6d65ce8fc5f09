import type { RuntimeCall } from './create-runtime.js';

/** Addresses are byte pointers. */
export interface QuantiseOptions {
  input: number;
  count: number;
  scale: number;
  /** The integer of 0, from -128 to 127; it is taken off again. */
  zeroPoint: number;
  /** int16, or reals where they are asked for. */
  out: number;
  reals: boolean;
}

/** out = clamp(round(x / scale) + zeroPoint, -128, 127) − zeroPoint, halves to the even. */
export function quantise(options: QuantiseOptions): RuntimeCall {
  const { input, count, scale, zeroPoint, out, reals } = options;
  return ['quantise', input, count, scale, -128 - zeroPoint, 127 - zeroPoint, +reals, out];
}
