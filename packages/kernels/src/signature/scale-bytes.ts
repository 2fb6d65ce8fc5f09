import type { KernelCall } from '../kernel-module.js';

export interface ScaleBytesOptions {
  /** Byte pointer to uint8 [count]. */
  bytes: number;
  count: number;
  scale: number;
  /** [count], overwritten. */
  reals: number;
}

/**
 * reals[i] = bytes[i] · scale, such as pixels as shares of one.
 *
 * @example
 * engine.call(...scaleBytes({ bytes: pixels, count: width * height * 3, scale: 1 / 255, reals }));
 */
export function scaleBytes({ bytes, count, scale, reals }: ScaleBytesOptions): KernelCall {
  return ['scaleBytes', bytes, count, scale, reals];
}
