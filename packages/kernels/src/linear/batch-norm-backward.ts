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
  /** [columns], as are the next three. */
  mean: number;
  variance: number;
  gamma: number;
  beta: number;
  epsilon: number;
  /** Whether mean and variance are those of `input`, and so depend on it, or constants. */
  ofBatch: boolean;
  /** Whether there was a max(0, ·) at the end. */
  relu?: boolean;
  /** [columns], added to. */
  gammaGradient: number;
  /** [columns], added to. */
  betaGradient: number;
  /** [4, columns]: room for sums and factors. */
  scratch: number;
}

/** The gradients of `batchNorm`. */
export function batchNormBackward(options: BatchNormBackwardOptions): KernelCall {
  const { input, outputGradient, inputGradient, rows, columns, mean, variance } = options;
  const { gamma, beta, epsilon, ofBatch, relu = false } = options;
  const { gammaGradient, betaGradient, scratch } = options;
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
    beta,
    epsilon,
    +ofBatch,
    +relu,
    gammaGradient,
    betaGradient,
    scratch,
  ];
}
