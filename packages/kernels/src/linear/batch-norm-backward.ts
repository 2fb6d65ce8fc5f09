import type { KernelCall } from '../kernel-module.js';

export interface BatchNormBackwardOptions {
  /** What `batchNorm` read. */
  input: number;
  /** [rows, columns] */
  outputGradient: number;
  /** [rows, columns], overwritten; 0 where nobody asks for it. */
  inputGradient: number;
  rows: number;
  columns: number;
  /** [columns], as are the next two. */
  mean: number;
  variance: number;
  gamma: number;
  epsilon: number;
  /** Whether mean and variance are those of `input`, and so depend on it, or constants. */
  ofBatch: boolean;
  /** [columns], added to. */
  gammaGradient: number;
  /** [columns], added to. */
  betaGradient: number;
  /** [3, columns]: room for sums. */
  scratch: number;
}

/** The gradients of `batchNorm`. */
export function batchNormBackward(options: BatchNormBackwardOptions): KernelCall {
  const { input, outputGradient, inputGradient, rows, columns, mean, variance } = options;
  const { gamma, epsilon, ofBatch, gammaGradient, betaGradient, scratch } = options;
  return [
    'batchNormBackward',
    input,
    outputGradient,
    inputGradient,
    rows,
    columns,
    mean,
    variance,
    gamma,
    epsilon,
    +ofBatch,
    gammaGradient,
    betaGradient,
    scratch,
  ];
}
