import type { SignatureRealsOptions } from './signature-reals.js';

/** What a kernel must know of the paths of reals that it reads, in the order of its arguments. */
export function pathArguments(
  options: Omit<SignatureRealsOptions, 'initial' | 'initialStride' | 'out' | 'outStride'>,
): number[] {
  const { path, paths, pathStride, length, stepStride, channels, depth } = options;
  const { basepoint = false, time = false, reversed = false, stream = false } = options;
  const flags = [basepoint, time, reversed, stream].map(Number);
  return [path, paths, pathStride, length, stepStride, channels, depth, ...flags];
}
