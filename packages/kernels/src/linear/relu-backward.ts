import type { KernelCall } from '../kernel-module.js';

export interface ReluBackwardOptions {
  /** [samples, width] */
  output: number;
  /** [samples, width] */
  outputGradient: number;
  /** [samples, stride], overwritten; may be `outputGradient` where the stride is the width. */
  inputGradient: number;
  /** 1 when left out. */
  samples?: number;
  /** Reals of a sample. */
  width: number;
  /**
   * Reals from one sample of `inputGradient` to the next, at least the width, which it is when left
   * out; the gap becomes 0.
   */
  stride?: number;
}

/** The gradient of a ReLU from its output: kept where the output is positive, 0 elsewhere. */
export function reluBackward(options: ReluBackwardOptions): KernelCall {
  const { output, outputGradient, inputGradient, samples = 1, width, stride = width } = options;
  return ['reluBackward', output, outputGradient, inputGradient, samples, width, stride];
}
