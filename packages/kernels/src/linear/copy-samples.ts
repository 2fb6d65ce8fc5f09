import type { KernelCall } from '../kernel-module.js';

export interface CopySamplesOptions {
  source: number;
  /** Reals from one sample to the next. */
  sourceStride: number;
  target: number;
  targetStride: number;
  /** Reals to copy of each sample. */
  width: number;
  samples: number;
}

/** Copies samples from one stride to another; what is left of a target sample becomes 0. */
export function copySamples(options: CopySamplesOptions): KernelCall {
  const { source, sourceStride, target, targetStride, width, samples } = options;
  return ['copySamples', source, sourceStride, target, targetStride, width, samples];
}
