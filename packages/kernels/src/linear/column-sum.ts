import type { KernelCall } from '../kernel-module.js';

export interface ColumnSumOptions {
  /** [rows, columns] */
  matrix: number;
  rows: number;
  columns: number;
  /** [columns], added to. */
  sums: number;
}

/** Adds the sum of each column of a matrix to `sums`: the gradient of a bias. */
export function columnSum(options: ColumnSumOptions): KernelCall {
  const { matrix, rows, columns, sums } = options;
  return ['columnSum', matrix, rows, columns, sums];
}
