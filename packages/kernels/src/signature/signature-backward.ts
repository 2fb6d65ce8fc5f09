import type { KernelCall } from '../kernel-module.js';
import { pathArguments } from './path-arguments.js';
import type { SignatureRealsOptions } from './signature-reals.js';

/** Pointers are in bytes, strides in elements of the kernel's number format. */
export interface SignatureBackwardOptions
  extends Omit<SignatureRealsOptions, 'initial' | 'initialStride' | 'out' | 'outStride'> {
  /**
   * What the forward kernel gave for these options, all prefixes with `stream`. With an initial
   * signature it is the product, as the forward kernel gives it.
   */
  signature: number;
  signatureStride: number;
  /** The gradient with respect to `signature`, of the same shape. */
  cotangent: number;
  cotangentStride: number;
  /** The gradient with respect to the path, overwritten. It may not overlap the path. */
  gradient: number;
  gradientPathStride: number;
  gradientStepStride: number;
}

/**
 * Vector-Jacobian products of the signature with respect to the path, in the engine's precision.
 *
 * The cotangent is carried back along the path as a functional on the Lie algebra, so memory does
 * not grow with the length and no signature is undone on the way.
 *
 * Needs `signatureBackwardWorkspaceBytes(channels (+ 1 with time), depth)` of workspace.
 *
 * @example
 * const shape = { path, paths, pathStride: 192, length: 64, stepStride: 3, channels: 3, depth: 4 };
 * engine.call(...signatureReals({ ...shape, out: signature, outStride: 120 }));
 * engine.call(
 *   ...signatureBackward({
 *     ...shape, signature, signatureStride: 120, cotangent, cotangentStride: 120,
 *     gradient, gradientPathStride: 192, gradientStepStride: 3,
 *   }),
 * );
 */
export function signatureBackward(options: SignatureBackwardOptions): KernelCall {
  return backwardCall('signatureBackward', options);
}

/** The same as `signatureBackward` for float64, whatever the engine's precision. */
export function signatureBackwardDoubles(options: SignatureBackwardOptions): KernelCall {
  return backwardCall('signatureBackwardDoubles', options);
}

function backwardCall(name: string, options: SignatureBackwardOptions): KernelCall {
  const { signature, signatureStride, cotangent, cotangentStride } = options;
  const { gradient, gradientPathStride, gradientStepStride } = options;
  return [
    name,
    ...pathArguments(options),
    ...[signature, signatureStride, cotangent, cotangentStride],
    ...[gradient, gradientPathStride, gradientStepStride],
  ];
}
