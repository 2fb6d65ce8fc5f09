import type { KernelCall } from '../kernel-module.js';

/** A matrix for each group of each sample. */
export interface MatrixBatch {
  /** The first of them. */
  at: number;
  /** Reals from one row to the next. */
  stride: number;
  /** Reals from one sample to the next; 0 where all have the same matrix. */
  sample: number;
  /** Reals from one group to the next (0). */
  group?: number;
  /** The matrix lies there transposed; not for C. */
  transpose?: boolean;
}

export interface BatchedGemmOptions {
  samples: number;
  /** Products a sample, such as the heads of an attention (1). */
  groups?: number;
  /** [rows, columns] */
  c: MatrixBatch;
  /** [rows, inner] */
  a: MatrixBatch;
  /** [inner, columns] */
  b: MatrixBatch;
  rows: number;
  columns: number;
  inner: number;
  /** Add to what C holds. */
  accumulate?: boolean;
}

/** C = A·B, or C += A·B, for every group of every sample: many small products in one call. */
export function batchedGemm(options: BatchedGemmOptions): KernelCall {
  const { samples, groups = 1, c, a, b, rows, columns, inner, accumulate = false } = options;
  return [
    'batchedGemm',
    samples,
    groups,
    ...[c.at, c.stride, c.sample, c.group ?? 0],
    ...[a.at, a.stride, a.sample, a.group ?? 0, +(a.transpose ?? false)],
    ...[b.at, b.stride, b.sample, b.group ?? 0, +(b.transpose ?? false)],
    rows,
    columns,
    inner,
    +accumulate,
  ];
}
