import type { KernelCall } from '../kernel-module.js';

export interface AddIntoOptions {
  target: number;
  source: number;
  count: number;
}

/** target += source. */
export function addInto(options: AddIntoOptions): KernelCall {
  const { target, source, count } = options;
  return ['addInto', target, source, count];
}
