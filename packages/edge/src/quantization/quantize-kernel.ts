import type { QuantizedKernel } from './quantization.js';
import { roundHalfEven } from './round-half-even.js';
import { roundToFloat16 } from './round-to-float16.js';

/** The smallest float16 that has all digits. */
const LEAST_NORMAL = 2 ** -14;

/** The largest integer of a kernel; -128 is left out, so that the range is symmetric. */
export const KERNEL_LIMIT = 127;

/**
 * A kernel in int8: for each channel, the last of its axes, scale = max |w| / 127 (1 where all are 0)
 * in float16 where all of them have its full digits, else in float32, and q = round(w / scale), halves
 * to the even.
 */
export function quantizeKernel(kernel: Float32Array, channels: number): QuantizedKernel {
  const largest = new Float32Array(channels);
  kernel.forEach((weight, at) => {
    largest[at % channels] = Math.max(largest[at % channels], Math.abs(weight));
  });
  // Of numbers near the smallest that there are, a 127th is 0.
  const scale = roundToFloat16(
    largest.map((most) => Math.fround(most / KERNEL_LIMIT) || 1),
    { least: LEAST_NORMAL },
  );
  const data = Int8Array.from(kernel, (weight, at) => {
    const q = roundHalfEven(Math.fround(weight / scale[at % channels]));
    return Math.max(-KERNEL_LIMIT, Math.min(KERNEL_LIMIT, q));
  });
  return { data, scale };
}

/** The weights that a kernel in int8 stands for: q · scale in float32. */
export function dequantizeKernel({ data, scale }: QuantizedKernel): Float32Array {
  const weights = new Float32Array(data.length);
  for (let at = 0; at < data.length; at++) weights[at] = data[at] * scale[at % scale.length];
  return weights;
}
