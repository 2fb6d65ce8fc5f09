import type { KernelCall } from '../kernel-module.js';
import { pathArguments } from './path-arguments.js';

/** Pointers are in bytes, strides in elements of the kernel's number format. */
export interface SignatureRealsOptions {
  /** The first point of the first path. */
  path: number;
  paths: number;
  /** From a path to the next. */
  pathStride: number;
  /** Points of a path, at least one. */
  length: number;
  /** From a point to the next, negative too; the channels of a point are adjacent. */
  stepStride: number;
  channels: number;
  depth: number;
  /** Start every path at the origin. */
  basepoint?: boolean;
  /** Append the channel t / (length - 1), last. */
  time?: boolean;
  /** Take the path backwards, which gives the inverse; the basepoint is then the last point. */
  reversed?: boolean;
  /** Write the signature after every increment: [paths, length - 1 (+ 1 with basepoint), words]. */
  stream?: boolean;
  /** Signatures to go on from, [paths, words]; 0 for none. */
  initial?: number;
  initialStride?: number;
  /** The first signature, [paths, words]; level 0 is left out. */
  out: number;
  /** From a path's signature, or first prefix, to the next one's. */
  outStride: number;
}

/**
 * Truncated signatures of paths of reals, in the engine's precision.
 *
 * Needs `signatureWorkspaceBytes(channels (+ 1 with time), depth)` of workspace. A single long path
 * is cut into as many pieces as there are lanes, joined by Chen's identity.
 *
 * @example
 * // A batch [paths, 64, 3] to [paths, 120].
 * engine.call(
 *   ...signatureReals({
 *     path, paths, pathStride: 64 * 3, length: 64, stepStride: 3,
 *     channels: 3, depth: 4, out, outStride: 120,
 *   }),
 * );
 */
export function signatureReals(options: SignatureRealsOptions): KernelCall {
  return signatureCall('signatureReals', options);
}

/** The same as `signatureReals` for paths of float64, whatever the engine's precision. */
export function signatureDoubles(options: SignatureRealsOptions): KernelCall {
  return signatureCall('signatureDoubles', options);
}

function signatureCall(name: string, options: SignatureRealsOptions): KernelCall {
  const { initial = 0, initialStride = 0, out, outStride } = options;
  return [name, ...pathArguments(options), initial, initialStride, out, outStride];
}
