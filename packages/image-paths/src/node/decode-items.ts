import { availableParallelism } from 'node:os';
import { checkSide } from '../image/check-image.js';
import { checkSetBytes, DEFAULT_MAX_BYTES } from '../image/check-set-bytes.js';
import type { FittedSize } from '../image/image.js';
import type { ImageSet } from '../image/image-set.js';
import { decodeImage } from './decode-image.js';
import { ImageDecodeError } from './image-decode-error.js';
import type { ImageItem, SkippedFile } from './image-item.js';
import { loadSharp } from './load-sharp.js';
import { DEFAULT_MAX_PIXELS } from './read-image.js';
import { withPlainSharp } from './with-plain-sharp.js';

/** How far `decodeItems` has come. */
export interface DecodeProgress {
  /** Files done, skipped ones included. */
  done: number;
  total: number;
  skipped: number;
}

export interface DecodeItemsOptions extends FittedSize {
  /**
   * Files in work at a time; four times the number of cores when left out, so that none waits while
   * this thread resizes. Node decodes on four threads unless UV_THREADPOOL_SIZE says otherwise.
   */
  concurrency?: number;
  onProgress?: (progress: DecodeProgress) => void;
  /** Throw at the first file that cannot be decoded, instead of skipping it. */
  strict?: boolean;
  /** Ends the work early; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Images with more pixels than this, 100 million when left out, count as not decodable. */
  maxPixels?: number;
  /** The most bytes the set may have, 2 GiB when left out. */
  maxBytes?: number;
}

/** The images that could be decoded, in the order of the items, and the files that could not. */
export interface DecodedItems extends ImageSet {
  skipped: SkippedFile[];
}

/**
 * Decodes image files into one array of uint8, several files at a time.
 *
 * Every file is read as `readImage` reads it and brought to one size. Files that are damaged, no
 * images or too large are skipped and named in the result. The order of the images is that of the
 * items, however the work went. Memory: the array, and a few images in work. Needs the package
 * sharp.
 *
 * @throws RangeError when the set would exceed `maxBytes` or an option cannot be;
 * ImageDecodeError, with the file's name, for the first damaged file when `strict`.
 *
 * @example
 * const { train } = await readFolder('flowers');
 * const { pixels, labels, skipped } = await decodeItems(train, { width: 64, height: 64, channels: 3 });
 */
export async function decodeItems(
  items: readonly ImageItem[],
  options: DecodeItemsOptions,
): Promise<DecodedItems> {
  const { width, height, channels, fit, strict = false, signal, onProgress } = options;
  const { concurrency = 4 * availableParallelism(), maxPixels = DEFAULT_MAX_PIXELS } = options;
  const imageBytes = checkOptions(items.length, { ...options, concurrency, maxPixels });
  signal?.throwIfAborted();
  const sharp = await loadSharp();

  const pixels = new Uint8Array(items.length * imageBytes);
  const reasons: (string | undefined)[] = new Array(items.length);
  const size = { width, height, channels };
  let next = 0;
  let done = 0;
  let skipped = 0;
  let stopped = false;
  const work = async (): Promise<void> => {
    while (next < items.length && !stopped) {
      signal?.throwIfAborted();
      const index = next++;
      const { file } = items[index];
      const output = pixels.subarray(index * imageBytes, (index + 1) * imageBytes);
      try {
        await decodeImage(sharp, file, { size: { ...size, fit }, maxPixels, output });
      } catch (error) {
        if (!(error instanceof ImageDecodeError)) throw error;
        if (strict) throw new ImageDecodeError(`${file} ${error.message}`);
        reasons[index] = error.message;
        skipped++;
      }
      onProgress?.({ done: ++done, total: items.length, skipped });
    }
  };
  await withPlainSharp(sharp, async () => {
    const workers = Array.from({ length: Math.min(concurrency, items.length) }, () =>
      work().catch((error: unknown) => {
        stopped = true;
        throw error;
      }),
    );
    // All of them end before sharp's settings are put back.
    await Promise.allSettled(workers);
    await Promise.all(workers);
  });
  const { count, labels } = closeGaps(pixels, imageBytes, items, reasons);
  return {
    ...size,
    count,
    labels,
    pixels: count === items.length ? pixels : pixels.slice(0, count * imageBytes),
    skipped: items.flatMap(({ file }, index) => {
      const reason = reasons[index];
      return reason === undefined ? [] : [{ file, reason }];
    }),
  };
}

/** Bytes of one image, all options being right. */
function checkOptions(
  count: number,
  options: DecodeItemsOptions & { concurrency: number; maxPixels: number },
): number {
  const { width, height, channels, concurrency, maxPixels, maxBytes = DEFAULT_MAX_BYTES } = options;
  checkSide('width', width);
  checkSide('height', height);
  checkSide('concurrency', concurrency);
  checkSide('maxPixels', maxPixels);
  checkSide('maxBytes', maxBytes);
  if (channels !== 1 && channels !== 3) {
    throw new RangeError(`channels must be 1 or 3, got ${channels}`);
  }
  checkSetBytes(count, options, maxBytes);
  return width * height * channels;
}

/** Moves the images that were decoded together, in place. */
function closeGaps(
  pixels: Uint8Array,
  imageBytes: number,
  items: readonly ImageItem[],
  reasons: readonly (string | undefined)[],
): { count: number; labels: Int32Array } {
  const labels = new Int32Array(items.length);
  let count = 0;
  for (let index = 0; index < items.length; index++) {
    if (reasons[index] !== undefined) continue;
    if (count !== index) {
      pixels.copyWithin(count * imageBytes, index * imageBytes, (index + 1) * imageBytes);
    }
    labels[count++] = items[index].label;
  }
  return { count, labels: labels.slice(0, count) };
}
