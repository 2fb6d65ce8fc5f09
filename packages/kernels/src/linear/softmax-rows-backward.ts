import type { KernelCall } from '../kernel-module.js';

export interface SoftmaxRowsBackwardOptions {
  /** What `softmaxRows` wrote. */
  output: number;
  /** [rows, columns] */
  outputGradient: number;
  /** [rows, columns], overwritten; may be `outputGradient`. */
  inputGradient: number;
  rows: number;
  columns: number;
  /** As in `softmaxRows` (1). */
  scale?: number;
}

/** The gradient of `softmaxRows` from its output. */
export function softmaxRowsBackward(options: SoftmaxRowsBackwardOptions): KernelCall {
  const { output, outputGradient, inputGradient, rows, columns, scale = 1 } = options;
  return ['softmaxRowsBackward', output, outputGradient, inputGradient, rows, columns, scale];
}
