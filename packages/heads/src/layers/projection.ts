import type { KernelCall } from '@sig/kernels';
import { columnSum, gemm } from '@sig/kernels/linear';

/** A product of rows with a kernel, plus a bias, as it stands in memory. */
export interface Projection {
  /** [rows, inner] */
  readonly from: number;
  /** [rows, columns] */
  readonly to: number;
  /** [inner, columns] */
  readonly kernel: number;
  /** [columns]; 0 for none. */
  readonly bias: number;
  /** max(0, ·) at the end. */
  readonly relu?: boolean;
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
}

/** Pushes to = from · kernel + bias, then max(0, ·) if asked. */
export function pushProjection(program: KernelCall[], projection: Projection): void {
  const { from, to, kernel, bias, relu, rows, inner, columns } = projection;
  program.push(
    gemm({
      c: to,
      cStride: columns,
      a: from,
      aStride: inner,
      b: kernel,
      bStride: columns,
      rows,
      columns,
      inner,
      bias,
      relu,
    }),
  );
}

/** Where the gradients of a projection are, and where they go. */
export interface ProjectionGradient {
  /** [rows, columns]: the gradient of `to`. */
  readonly upstream: number;
  readonly kernelGradient: number;
  /** 0 where there is no bias. */
  readonly biasGradient: number;
  /** [rows, inner]; 0 for none. */
  readonly inputGradient: number;
  /** Add to what `inputGradient` holds. */
  readonly accumulate?: boolean;
}

/** Pushes the gradients of a projection without ReLU; those of kernel and bias are added. */
export function pushProjectionBackward(
  program: KernelCall[],
  { from, kernel, rows, inner, columns }: Projection,
  gradient: ProjectionGradient,
): void {
  const { upstream, kernelGradient, biasGradient, inputGradient, accumulate = false } = gradient;
  program.push(
    gemm({
      c: kernelGradient,
      cStride: columns,
      a: from,
      aStride: inner,
      transposeA: true,
      b: upstream,
      bStride: columns,
      rows: inner,
      columns,
      inner: rows,
      accumulate: true,
    }),
  );
  if (biasGradient !== 0) {
    program.push(columnSum({ matrix: upstream, rows, columns, sums: biasGradient }));
  }
  if (inputGradient === 0) return;
  program.push(
    gemm({
      c: inputGradient,
      cStride: inner,
      a: upstream,
      aStride: columns,
      b: kernel,
      bStride: columns,
      transposeB: true,
      rows,
      columns: inner,
      inner: columns,
      accumulate,
    }),
  );
}
