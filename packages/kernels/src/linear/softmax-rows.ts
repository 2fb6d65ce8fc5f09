import type { KernelCall } from '../kernel-module.js';

export interface SoftmaxRowsOptions {
  /** [rows, columns] */
  input: number;
  /** [rows, columns]; may be the input. */
  output: number;
  rows: number;
  columns: number;
  /** Above 0; multiplies the input (1). */
  scale?: number;
}

/** The softmax of scale · row for each row: positive, with a sum of 1. */
export function softmaxRows(options: SoftmaxRowsOptions): KernelCall {
  const { input, output, rows, columns, scale = 1 } = options;
  return ['softmaxRows', input, output, rows, columns, scale];
}
