import type { KernelCall } from '../kernel-module.js';

export interface StandardiseColumnsOptions {
  /** [rows, columns] */
  input: number;
  /** [rows, columns] */
  output: number;
  rows: number;
  columns: number;
  /** [columns] */
  mean: number;
  /** [columns] */
  scale: number;
}

/** output = (input - mean) · scale for each column; input and output may be the same memory. */
export function standardiseColumns(options: StandardiseColumnsOptions): KernelCall {
  const { input, output, rows, columns, mean, scale } = options;
  return ['standardiseColumns', input, output, rows, columns, mean, scale];
}
