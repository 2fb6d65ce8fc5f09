import type { KernelCall } from '../kernel-module.js';

export interface AxpbyOptions {
  y: number;
  x: number;
  count: number;
  alpha: number;
  /** Of y itself (1). */
  beta?: number;
}

/** y = alpha · x + beta · y. */
export function axpby(options: AxpbyOptions): KernelCall {
  const { y, x, count, alpha, beta = 1 } = options;
  return ['axpby', y, x, count, alpha, beta];
}
