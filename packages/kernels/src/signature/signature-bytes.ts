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

/** Truncated signatures of paths of uint8 pixels: the rows or the columns of an image. */
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
