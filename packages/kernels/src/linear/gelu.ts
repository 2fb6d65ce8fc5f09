import type { KernelCall } from '../kernel-module.js';

export interface GeluOptions {
  input: number;
  output: number;
  count: number;
}

/**
 * output = x Φ(x), Φ the normal distribution function (Hendrycks and Gimpel 2016), to 1e-7 of it in
 * float32. Input and output may be the same memory.
 */
export function gelu(options: GeluOptions): KernelCall {
  const { input, output, count } = options;
  return ['gelu', input, output, count];
}
