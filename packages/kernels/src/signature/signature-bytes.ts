import type { KernelCall } from '../kernel-module.js';

export interface SignatureBytesOptions {
  /** Byte pointer to the first point of the first path; pixels are uint8 and divided by 255. */
  pixels: number;
  paths: number;
  /** Bytes from a path to the next. */
  pathStride: number;
  /** Points of a path. */
  length: number;
  /** Bytes from a point to the next; the channels of a point are adjacent. */
  stepStride: number;
  channels: number;
  depth: number;
  /** Start every path at the origin. */
  basepoint?: boolean;
  /** Append the channel t / (length - 1), last. */
  time?: boolean;
  /** The first signature, [paths, words]; level 0 is left out. */
  out: number;
  /** Reals from one signature to the next. */
  outStride: number;
}

/**
 * Truncated signatures of paths of uint8 pixels: the rows or the columns of an image.
 *
 * Needs `signatureWorkspaceBytes(channels (+ 1 with time), depth)` of workspace. Four paths go
 * through the lanes of a vector at a time. Only those words are stepped that start a Lyndon word,
 * and the others are filled in at the end, since the shuffle identity makes them polynomials in
 * those (Reutenauer 1993, theorem 6.1).
 *
 * @example
 * // The columns of an RGB image: next column 3 bytes on, next point one row down.
 * engine.call(
 *   ...signatureBytes({
 *     pixels, paths: width, pathStride: 3, length: height, stepStride: width * 3,
 *     channels: 3, depth: 4, out, outStride: 120,
 *   }),
 * );
 */
export function signatureBytes(options: SignatureBytesOptions): KernelCall {
  const { pixels, paths, pathStride, length, stepStride, channels, depth } = options;
  const { basepoint = false, time = false, out, outStride } = options;
  return [
    'signatureBytes',
    pixels,
    paths,
    pathStride,
    length,
    stepStride,
    channels,
    depth,
    +basepoint,
    +time,
    out,
    outStride,
  ];
}
