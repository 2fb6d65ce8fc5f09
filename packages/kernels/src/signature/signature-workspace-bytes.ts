import { wordCount } from './word-count.js';

const VECTOR_BYTES = 16;
/** Increments that a kernel lays out at a time. */
const CHUNK = 32;
const MOST_PLANNED_WORDS = 4095;
const MOST_PLANNED_LEVELS = 6;
/** Of two words with six letters together. */
const MOST_SHUFFLES = 20;

/**
 * Bytes of workspace that the signature kernels need for paths of this many channels, the time
 * channel included: give it to `Engine.reserveWorkspace`.
 *
 * @example
 * engine.reserveWorkspace(signatureWorkspaceBytes(3, 4));
 */
export function signatureWorkspaceBytes(channels: number, depth: number): number {
  const states = 2 * wordCount(channels, depth);
  const increments = (CHUNK + 1) * channels;
  const scratch = depth * channels + channels ** (depth - 1);
  return completionBytes(channels, depth) + VECTOR_BYTES * (states + increments + scratch);
}

/** Bytes of the table that fills in words by shuffles, 16 bits each, for the shapes that have one. */
function completionBytes(channels: number, depth: number): number {
  const words = wordCount(channels, depth);
  if (words > MOST_PLANNED_WORDS || depth > MOST_PLANNED_LEVELS) return 0;
  return words * (5 + MOST_SHUFFLES) * 2 + 80;
}

/**
 * Bytes of workspace that `signatureBackward` needs for paths of this many channels, the time
 * channel included.
 */
export function signatureBackwardWorkspaceBytes(channels: number, depth: number): number {
  // A functional on brackets is smaller than one on words.
  const words = wordCount(channels, depth);
  const states = 3 * words + Math.max(words, 2 * channels ** depth);
  const rows = (CHUNK + 3) * channels;
  const scratch = depth * channels + 3 * channels ** (depth - 1);
  return completionBytes(channels, depth) + VECTOR_BYTES * (states + rows + scratch);
}

/** Bytes of workspace that the kernels on whole tensors need: products, logarithm, exponential. */
export function tensorWorkspaceBytes(channels: number, depth: number): number {
  return VECTOR_BYTES * (depth + 3) * wordCount(channels, depth);
}
