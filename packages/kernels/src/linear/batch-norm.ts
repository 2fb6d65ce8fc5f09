import type { KernelCall } from '../kernel-module.js';

export interface BatchNormOptions {
  /** [rows, columns] */
  input: number;
  /** [rows, columns] */
  output: number;
  rows: number;
  columns: number;
  /** [columns], as are the next three. */
  mean: number;
  variance: number;
  gamma: number;
  beta: number;
  epsilon: number;
  /** [columns]: room for the factors. */
  scale: number;
  /** max(0, ·) at the end. */
  relu?: boolean;
}

/**
 * Each column less a mean, over the root of a variance plus epsilon, then times gamma plus beta
 * (Ioffe and Szegedy 2015, algorithm 1).
 */
export function batchNorm(options: BatchNormOptions): KernelCall {
  const { input, output, rows, columns, mean, variance } = options;
  const { gamma, beta, epsilon, scale, relu = false } = options;
  return [
    'batchNorm',
    input,
    output,
    rows,
    columns,
    mean,
    variance,
    gamma,
    beta,
    epsilon,
    scale,
    +relu,
  ];
}
