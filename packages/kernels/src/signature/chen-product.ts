import type { KernelCall } from '../kernel-module.js';

/** Pointers are in bytes, strides in elements of the kernel's number format. */
export interface ChenProductOptions {
  /** [count, words]; a stride of 0 takes the same factor every time. */
  left: number;
  leftStride: number;
  right: number;
  rightStride: number;
  count: number;
  channels: number;
  depth: number;
  /** [count, words]; may be one of the factors. */
  out: number;
  outStride: number;
}

/**
 * out = left ⊗ right for a batch of signatures: Chen's identity for joined paths.
 *
 * Needs `tensorWorkspaceBytes(channels, depth)` of workspace.
 *
 * @example
 * // One signature in front of every signature of a batch.
 * engine.call(
 *   ...chenProduct({
 *     left: first, leftStride: 0, right: batch, rightStride: 120, count,
 *     channels: 3, depth: 4, out, outStride: 120,
 *   }),
 * );
 */
export function chenProduct(options: ChenProductOptions): KernelCall {
  return chenCall('chenProduct', options);
}

/** The same as `chenProduct` for float64, whatever the engine's precision. */
export function chenProductDoubles(options: ChenProductOptions): KernelCall {
  return chenCall('chenProductDoubles', options);
}

function chenCall(name: string, options: ChenProductOptions): KernelCall {
  const { left, leftStride, right, rightStride, count, channels, depth, out, outStride } = options;
  return [name, left, leftStride, right, rightStride, count, channels, depth, out, outStride];
}
