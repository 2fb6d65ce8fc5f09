import type { KernelCall } from '../kernel-module.js';

export interface FillOptions {
  target: number;
  count: number;
  value: number;
}

/** Sets `count` reals to a value. */
export function fill(options: FillOptions): KernelCall {
  const { target, count, value } = options;
  return ['fill', target, count, value];
}
