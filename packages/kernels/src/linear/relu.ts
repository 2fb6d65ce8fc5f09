import type { KernelCall } from '../kernel-module.js';

export interface ReluOptions {
  input: number;
  output: number;
  count: number;
}

/** output = max(0, input); both may be the same memory. */
export function relu(options: ReluOptions): KernelCall {
  const { input, output, count } = options;
  return ['relu', input, output, count];
}
