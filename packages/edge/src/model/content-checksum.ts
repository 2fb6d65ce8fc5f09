import { crc32 } from '../crc32.js';
import type { Safetensors } from '../safetensors/decode-safetensors.js';

/** The metadata key of the checksum, which is not part of what it covers. */
export const CHECKSUM_KEY = 'checksum';

/**
 * The checksum of all that a file says: its metadata, and its tensors with names, types and
 * shapes. The order of keys and the header's spaces do not count, so a file that another
 * safetensors program has read and written is still whole.
 */
export function contentChecksum({ tensors, metadata }: Safetensors): string {
  const entries = Object.entries(tensors).sort(byName);
  const outline = JSON.stringify([
    Object.entries(metadata)
      .filter(([key]) => key !== CHECKSUM_KEY)
      .sort(byName),
    entries.map(([name, { dtype, shape }]) => [name, dtype, shape]),
  ]);
  let checksum = crc32(new TextEncoder().encode(outline));
  for (const [, { data }] of entries) {
    checksum = crc32(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), checksum);
  }
  return `crc32:${checksum.toString(16).padStart(8, '0')}`;
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
