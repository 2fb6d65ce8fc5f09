import type { KernelCall } from '../kernel-module.js';

export interface GeluBackwardOptions {
  /** What `gelu` read. */
  input: number;
  outputGradient: number;
  /** Overwritten; may be `outputGradient`. */
  inputGradient: number;
  count: number;
}

/** The gradient of `gelu`. */
export function geluBackward(options: GeluBackwardOptions): KernelCall {
  const { input, outputGradient, inputGradient, count } = options;
  return ['geluBackward', input, outputGradient, inputGradient, count];
}
