import type { KernelCall } from '../kernel-module.js';

export interface LayerNormOptions {
  /** [rows, columns] */
  input: number;
  /** [rows, columns] */
  output: number;
  rows: number;
  columns: number;
  /** [columns] */
  gamma: number;
  /** [columns] */
  beta: number;
  epsilon: number;
}

/**
 * Each row less its mean, over the root of its variance plus epsilon, then times gamma plus beta (Ba
 * et al. 2016, equation 4).
 */
export function layerNorm(options: LayerNormOptions): KernelCall {
  const { input, output, rows, columns, gamma, beta, epsilon } = options;
  return ['layerNorm', input, output, rows, columns, gamma, beta, epsilon];
}
