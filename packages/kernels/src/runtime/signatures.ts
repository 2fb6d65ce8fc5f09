import { wordCount } from '../signature/word-count.js';
import type { RuntimeCall } from './create-runtime.js';

/** Addresses are byte pointers, strides are in bytes. */
export interface SignaturesOptions {
  /** uint8 */
  pixels: number;
  paths: number;
  pathStride: number;
  length: number;
  stepStride: number;
  channels: number;
  depth: number;
  basepoint: boolean;
  time: boolean;
  /** [paths, words] */
  out: number;
  /** `signaturesScratch` bytes. */
  scratch: number;
}

/** The signatures of lines of pixels, divided by 255. */
export function signatures(options: SignaturesOptions): RuntimeCall {
  const { channels, depth, basepoint, time } = options;
  return [
    'signatures',
    options.pixels,
    options.paths,
    options.pathStride,
    options.length,
    options.stepStride,
    channels,
    depth,
    +basepoint,
    +time,
    wordCount(channels + +time, depth),
    options.out,
    options.scratch,
  ];
}

/** Bytes of scratch for paths of so many channels, time counted. */
export function signaturesScratch(channels: number, depth: number): number {
  return 16 * (wordCount(channels, depth) + 6 + channels * (1 + depth) + channels ** (depth - 1));
}
