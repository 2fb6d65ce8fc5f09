import { wordCount } from './word-count.js';

const VECTOR_BYTES = 16;
/** Increments that a kernel lays out at a time. */
const CHUNK = 32;

/**
 * Bytes of workspace that the signature kernels need for paths of this many channels, the time
 * channel included: give it to `Engine.reserveWorkspace`.
 *
 * @example
 * engine.reserveWorkspace(signatureWorkspaceBytes(3, 4));
 */
export function signatureWorkspaceBytes(channels: number, depth: number): number {
  const states = 3 * wordCount(channels, depth);
  const increments = (CHUNK + 1) * channels;
  const scratch = depth * channels + channels ** (depth - 1);
  return VECTOR_BYTES * (states + increments + scratch);
}
