import type { KernelCall } from '../kernel-module.js';

export interface SmallestOptions {
  /** [rows, columns]; the stride is the distance of rows in elements. */
  matrix: number;
  stride: number;
  rows: number;
  columns: number;
  /** One number a column. */
  offsets: number;
  /** Of the matrix (1). */
  scale?: number;
  /** Row i leaves out column leaveOut + i; none where that is no column of the block. */
  leaveOut?: number;
  /** The number of the block's first column (0). */
  firstIndex?: number;
  /** How many of each row are kept. */
  k: number;
  /** [rows, k], ascending; Infinity where fewer were found. */
  values: number;
  /** [rows, k] int32, the numbers of their columns; -1 where fewer were found. */
  indices: number;
  /** Forget what values and indices hold (true); false goes on with another block of columns. */
  fresh?: boolean;
}

const NO_COLUMN = -(2 ** 31);

/**
 * The k smallest of each row of offsets[j] + scale · matrix[i][j], block of columns by block. Of equal
 * values the one that came first stays in front; NaN and Infinity are never kept.
 */
export function smallest(options: SmallestOptions): KernelCall {
  const { matrix, stride, rows, columns, offsets, k, values, indices } = options;
  const { scale = 1, leaveOut = NO_COLUMN, firstIndex = 0, fresh = true } = options;
  return [
    'smallest',
    matrix,
    stride,
    rows,
    columns,
    offsets,
    scale,
    leaveOut,
    firstIndex,
    k,
    values,
    indices,
    +fresh,
  ];
}
