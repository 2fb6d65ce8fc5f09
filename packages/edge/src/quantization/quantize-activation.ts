import type { ActivationQuantization } from './quantization.js';
import { roundHalfEven } from './round-half-even.js';

/**
 * The int8 of a float32: clamp(round(x / scale) + zeroPoint, -128, 127), halves to the even (ONNX
 * QuantizeLinear).
 *
 * @example
 * quantizeActivation(0.5, { scale: 0.25, zeroPoint: -3 }); // -1
 */
export function quantizeActivation(
  x: number,
  { scale, zeroPoint }: ActivationQuantization,
): number {
  const q = roundHalfEven(Math.fround(x / scale)) + zeroPoint;
  return Math.max(-128, Math.min(127, q));
}

/**
 * How values from `low` to `high`, 0 among them, become int8: the 255 steps between them, and a zero
 * point that is 0 exactly.
 */
export function activationQuantization(low: number, high: number): ActivationQuantization {
  const [least, most] = [Math.min(0, low), Math.max(0, high)];
  const scale = Math.fround((most - least) / 255) || 1;
  const zeroPoint = roundHalfEven(-128 - least / scale);
  return { scale, zeroPoint: Math.max(-128, Math.min(127, zeroPoint)) };
}
