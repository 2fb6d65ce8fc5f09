import type { KernelCall } from '../kernel-module.js';

export interface TanhOptions {
  input: number;
  output: number;
  count: number;
}

/** output = tanh x, to 2e-7 in float32. Input and output may be the same memory. */
export function tanh(options: TanhOptions): KernelCall {
  const { input, output, count } = options;
  return ['tanh', input, output, count];
}
