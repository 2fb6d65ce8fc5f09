import type { ImageSet } from './image-set.js';

/** One image of several sets. */
export interface ImageAddress {
  /** Which set. */
  readonly set: number;
  /** Which image of it. */
  readonly index: number;
}

/**
 * The images of one or more sets that have the same pixels, in groups of two and more, in the order
 * in which their first ones lie. Sets must be of one size.
 *
 * Images are compared as they are there, after decoding and resizing: the same photograph in another
 * file format or with another date is found where its pixels come out the same, and two images that
 * no model could tell apart count as one. Hashes only choose what to compare; equal means equal.
 *
 * @throws RangeError when the sets are not of one size.
 *
 * @example
 * findDuplicates([train, test]); // [[{ set: 0, index: 4 }, { set: 1, index: 0 }]]
 */
export function findDuplicates(sets: readonly ImageSet[]): ImageAddress[][] {
  const imageBytes = checkSizes(sets);
  const pixelsOf = ({ set, index }: ImageAddress): Uint8Array =>
    sets[set].pixels.subarray(index * imageBytes, (index + 1) * imageBytes);
  // Most images are alone: a group is made when there is a second one.
  const first = new Map<number, ImageAddress>();
  const groups = new Map<number, ImageAddress[][]>();
  for (const [set, { count, pixels }] of sets.entries()) {
    const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
    for (let index = 0; index < count; index++) {
      const hash = hashBytes(view, index * imageBytes, (index + 1) * imageBytes);
      const address = { set, index };
      const other = first.get(hash);
      if (other === undefined) {
        first.set(hash, address);
        continue;
      }
      const found = groups.get(hash) ?? [[other]];
      groups.set(hash, found);
      const same = found.find(([member]) => equal(pixelsOf(member), pixelsOf(address)));
      if (same === undefined) found.push([address]);
      else same.push(address);
    }
  }
  // Groups were made in the order of their second images.
  return [...groups.values()]
    .flat()
    .filter(({ length }) => length > 1)
    .sort(([a], [b]) => a.set - b.set || a.index - b.index);
}

/** Bytes of one image. */
function checkSizes(sets: readonly ImageSet[]): number {
  const [one, ...others] = sets;
  if (one === undefined) return 0;
  const { width, height, channels } = one;
  for (const set of others) {
    if (set.width === width && set.height === height && set.channels === channels) continue;
    throw new RangeError(
      `sets must be of one size to be compared, got ${width}×${height}×${channels} and ${set.width}×${set.height}×${set.channels}`,
    );
  }
  return width * height * channels;
}

/**
 * Two lanes of FNV-1a, one of the even words of four bytes and one of the odd, each shifted on itself;
 * both put together in 32 bits, for maps handle larger numbers badly.
 */
function hashBytes(view: DataView, begin: number, end: number): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  let at = begin;
  for (; at + 8 <= end; at += 8) {
    low = Math.imul(low ^ view.getInt32(at, true), 0x01000193);
    low ^= low >>> 15;
    high = Math.imul(high ^ view.getInt32(at + 4, true), 0x85ebca6b);
    high ^= high >>> 13;
  }
  for (; at < end; at++) low = Math.imul(low ^ view.getUint8(at), 0x01000193);
  low = Math.imul(low ^ (low >>> 13) ^ high, 0x85ebca6b);
  return low ^ (low >>> 16);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
