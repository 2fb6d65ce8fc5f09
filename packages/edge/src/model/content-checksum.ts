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
  const names = Object.keys(tensors).sort();
  const keys = Object.keys(metadata).sort();
  const outline = JSON.stringify([
    keys.filter((key) => key !== CHECKSUM_KEY).map((key) => [key, metadata[key]]),
    names.map((name) => [name, tensors[name].dtype, tensors[name].shape]),
  ]);
  let checksum = crc32(new TextEncoder().encode(outline));
  for (const name of names) {
    const { data } = tensors[name];
    checksum = crc32(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), checksum);
  }
  return `crc32:${checksum.toString(16).padStart(8, '0')}`;
}
