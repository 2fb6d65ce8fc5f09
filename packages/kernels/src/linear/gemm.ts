import type { KernelCall } from '../kernel-module.js';

export interface GemmOptions {
  /** C, [rows, columns]; the stride is the distance of rows in elements. */
  c: number;
  cStride: number;
  /** A, [rows, inner], or [inner, rows] when transposed. */
  a: number;
  aStride: number;
  transposeA?: boolean;
  /** B, [inner, columns], or [columns, inner] when transposed. */
  b: number;
  bStride: number;
  transposeB?: boolean;
  rows: number;
  columns: number;
  inner: number;
  /** One number a column, added to every row; 0 for none. */
  bias?: number;
  relu?: boolean;
  /** Add to what C holds. */
  accumulate?: boolean;
}

/**
 * C = A·B, or C += A·B, then the bias and max(0, ·).
 *
 * A's rows may overlap: with a row stride of one position's channels, a convolution over a sequence
 * [length, channels] is a product of its windows with the filters, without copying the windows.
 * Pointers are in bytes, strides and counts in elements.
 */
export function gemm(options: GemmOptions): KernelCall {
  const { c, cStride, a, aStride, b, bStride, rows, columns, inner } = options;
  const { transposeA = false, transposeB = false, bias = 0 } = options;
  const { relu = false, accumulate = false } = options;
  return [
    'gemm',
    c,
    cStride,
    a,
    aStride,
    +transposeA,
    b,
    bStride,
    +transposeB,
    rows,
    columns,
    inner,
    bias,
    +relu,
    +accumulate,
  ];
}
