import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageSet, ImageSize } from '@sig/image-paths';
import { writeWhole } from '../files/write-whole.js';
import type { LabelledSet } from './read-set.js';

/** What is known of a decoded set besides its pixels. */
interface DecodedHeader {
  readonly classes: readonly string[];
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** Where a decoded set is kept: its name, the digest of its files and its size make it up. */
export function decodedPlace(
  cache: string,
  set: string,
  digest: string,
  { width, height, channels }: ImageSize,
): string {
  return join(cache, `${set}-${digest}-${width}x${height}x${channels}`);
}

/** Reads a decoded set; nothing where it is missing or not whole. */
export function readDecodedSet(place: string, size: ImageSize): LabelledSet | undefined {
  try {
    const header: DecodedHeader = JSON.parse(readFileSync(`${place}.json`, 'utf8'));
    const pixels = new Uint8Array(readFileSync(`${place}.pixels`));
    const bytes = size.width * size.height * size.channels;
    const split = header.train.length * bytes;
    if (pixels.length !== split + header.test.length * bytes) return undefined;
    const part = (labels: readonly number[], own: Uint8Array): ImageSet => ({
      ...size,
      count: labels.length,
      pixels: own,
      labels: Int32Array.from(labels),
    });
    return {
      classes: header.classes,
      train: part(header.train, pixels.subarray(0, split)),
      test: part(header.test, pixels.subarray(split)),
    };
  } catch {
    return undefined;
  }
}

/** Keeps a decoded set; the header comes last, so that what is not whole is not read. */
export function writeDecodedSet(place: string, { classes, train, test }: LabelledSet): void {
  const pixels = new Uint8Array(train.pixels.length + test.pixels.length);
  pixels.set(train.pixels);
  pixels.set(test.pixels, train.pixels.length);
  writeWhole(`${place}.pixels`, pixels);
  const header: DecodedHeader = { classes, train: [...train.labels], test: [...test.labels] };
  writeWhole(`${place}.json`, JSON.stringify(header));
}
