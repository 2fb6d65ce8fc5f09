import type { KernelCall } from '../kernel-module.js';

/** Strides are the distance of rows in elements. */
export interface IntegerProductsOptions {
  /** [rows, inner] int8 */
  a: number;
  aStride: number;
  /** [columns, inner] int8 */
  b: number;
  bStride: number;
  /** [rows, columns] int32, overwritten. */
  c: number;
  cStride: number;
  rows: number;
  columns: number;
  /** At most 131,071: a sum of so many products of bytes is an int32. */
  inner: number;
}

/** C = A·Bᵀ of bytes, exact in int32: the scalar products of rows. */
export function integerProducts(options: IntegerProductsOptions): KernelCall {
  const { a, aStride, b, bStride, c, cStride, rows, columns, inner } = options;
  return ['integerProducts', a, aStride, b, bStride, c, cStride, rows, columns, inner];
}
