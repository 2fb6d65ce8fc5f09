import type { KernelCall } from '../kernel-module.js';

export interface NormOptions {
  x: number;
  count: number;
  /** One real, overwritten. */
  result: number;
}

/** result = √(Σ x²), the squares summed in float64: it overflows only where it is no float32 itself. */
export function norm({ x, count, result }: NormOptions): KernelCall {
  return ['norm', x, count, result];
}
