import type { KernelCall } from '../kernel-module.js';

/** Pointers are in bytes, strides in elements of the kernel's number format. */
export interface TensorSeriesOptions {
  /** [count, words]. */
  x: number;
  xStride: number;
  count: number;
  channels: number;
  depth: number;
  /** [count, words]; may be x. */
  out: number;
  outStride: number;
}

export interface TensorLogBackwardOptions extends TensorSeriesOptions {
  /** The gradient with respect to the logarithm, [count, words]. */
  cotangent: number;
  cotangentStride: number;
}

/**
 * log(1 + x) in the truncated tensor algebra: of signatures, the log-signatures in expanded
 * coordinates.
 *
 * Needs `tensorWorkspaceBytes(channels, depth)` of workspace, as do all kernels of this file.
 *
 * @example
 * engine.call(
 *   ...tensorLog({ x: signatures, xStride: 120, count, channels: 3, depth: 4, out, outStride: 120 }),
 * );
 */
export function tensorLog(options: TensorSeriesOptions): KernelCall {
  return seriesCall('tensorLog', options);
}

/** The same as `tensorLog` for float64, whatever the engine's precision. */
export function tensorLogDoubles(options: TensorSeriesOptions): KernelCall {
  return seriesCall('tensorLogDoubles', options);
}

/** exp(x) − 1 in the truncated tensor algebra: of expanded log-signatures, the signatures. */
export function tensorExp(options: TensorSeriesOptions): KernelCall {
  return seriesCall('tensorExp', options);
}

/** The same as `tensorExp` for float64, whatever the engine's precision. */
export function tensorExpDoubles(options: TensorSeriesOptions): KernelCall {
  return seriesCall('tensorExpDoubles', options);
}

/** Vector-Jacobian products of `tensorLog`: `out` is the gradient with respect to x. */
export function tensorLogBackward(options: TensorLogBackwardOptions): KernelCall {
  return backwardCall('tensorLogBackward', options);
}

/** The same as `tensorLogBackward` for float64, whatever the engine's precision. */
export function tensorLogBackwardDoubles(options: TensorLogBackwardOptions): KernelCall {
  return backwardCall('tensorLogBackwardDoubles', options);
}

function seriesCall(name: string, options: TensorSeriesOptions): KernelCall {
  const { x, xStride, count, channels, depth, out, outStride } = options;
  return [name, x, xStride, count, channels, depth, out, outStride];
}

function backwardCall(name: string, options: TensorLogBackwardOptions): KernelCall {
  const { x, xStride, cotangent, cotangentStride, count, channels, depth, out, outStride } =
    options;
  return [name, x, xStride, cotangent, cotangentStride, count, channels, depth, out, outStride];
}
