import type { KernelCall } from '../kernel-module.js';

export interface TanhBackwardOptions {
  /** What `tanh` wrote. */
  output: number;
  outputGradient: number;
  /** Overwritten; may be `outputGradient`. */
  inputGradient: number;
  count: number;
}

/** The gradient of `tanh`. */
export function tanhBackward(options: TanhBackwardOptions): KernelCall {
  const { output, outputGradient, inputGradient, count } = options;
  return ['tanhBackward', output, outputGradient, inputGradient, count];
}
