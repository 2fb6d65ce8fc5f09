import { requireChannels } from '../arguments/require-channels.js';
import { requireDepth } from '../arguments/require-depth.js';

export interface SignatureLengthOptions {
  /** Count the constant of level 0. */
  scalarTerm?: boolean;
}

/**
 * Numbers in a truncated signature: channels + channels² + … + channels^depth.
 *
 * @throws RangeError for channels below 1, a depth outside 1 to 12, or a count beyond 2^53.
 *
 * @example
 * signatureLength(3, 4); // 120
 */
export function signatureLength(
  channels: number,
  depth: number,
  { scalarTerm = false }: SignatureLengthOptions = {},
): number {
  requireChannels(channels);
  requireDepth(depth);
  let length = 0;
  for (let level = 0; level < depth; level++) length = (length + 1) * channels;
  if (!Number.isSafeInteger(length)) {
    throw new RangeError(
      `a signature of ${channels} channels at depth ${depth} has too many words to count; lower one of them`,
    );
  }
  return length + (scalarTerm ? 1 : 0);
}
