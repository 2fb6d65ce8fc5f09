import { fromFloat16 } from './decode-float16.js';
import { FLOAT16_MAX, toFloat16 } from './encode-float16.js';

/**
 * The nearest float16 of each number, as float32; the numbers themselves where one is out of range:
 * beyond the largest float16 or, but for 0, closer to 0 than `least`, where digits are lost.
 */
export function roundToFloat16(values: Float32Array, { least = 0 } = {}): Float32Array {
  const fits = (value: number): boolean => {
    const size = Math.abs(value);
    return size <= FLOAT16_MAX && (size === 0 || size >= least);
  };
  return values.every(fits) ? values.map((value) => fromFloat16(toFloat16(value))) : values;
}

/** Whether every number is a float16, so that its bits say all of it. */
export function isFloat16(values: Float32Array): boolean {
  return values.every((value) => value === fromFloat16(toFloat16(value)));
}
