import type { KernelCall } from '../kernel-module.js';

export interface RowSquaresOptions {
  /** [rows, width] */
  matrix: number;
  rows: number;
  width: number;
  /** [rows], overwritten. */
  squares: number;
}

/** The squared length of each row, summed in double precision. */
export function rowSquares({ matrix, rows, width, squares }: RowSquaresOptions): KernelCall {
  return ['rowSquares', matrix, rows, width, squares];
}
