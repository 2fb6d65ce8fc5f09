import type { KernelCall } from '../kernel-module.js';

export interface ColumnMomentsOptions {
  /** [rows, columns] */
  matrix: number;
  rows: number;
  columns: number;
  /** [columns], overwritten. */
  mean: number;
  /** [columns], overwritten with the mean square distance from the mean. */
  variance: number;
}

/** Mean and variance of each column. */
export function columnMoments(options: ColumnMomentsOptions): KernelCall {
  const { matrix, rows, columns, mean, variance } = options;
  return ['columnMoments', matrix, rows, columns, mean, variance];
}
