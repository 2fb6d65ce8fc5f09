import { checkSide } from '../image/check-image.js';
import type { RawImage } from '../image/image.js';
import { decodePixels } from './decode-pixels.js';
import { loadSharp } from './load-sharp.js';
import { nameImageErrors } from './name-image-errors.js';
import { DEFAULT_MAX_PIXELS } from './read-image.js';
import { readImageBytes } from './read-image-bytes.js';

export interface ReadPixelsOptions {
  /** Sides that the image will be brought to; where one is left out it keeps its own size. */
  width?: number;
  height?: number;
  /** Images with more pixels than this, 100 million when left out, are refused undecoded. */
  maxPixels?: number;
}

/**
 * Reads one image as `readImage` does, but for the last step: the pixels are for what brings them to
 * its own size, as a classifier of `@sig/edge/runtime` or `fitImage` do. With `width` and `height`
 * the decoder shrinks a larger image, to four times those sides at least.
 *
 * @throws ImageDecodeError, named, when it is no image, damaged or too large; RangeError for sides
 * that cannot be.
 *
 * @example
 * const { label } = classifier.classify(await readPixels('photograph.jpg', { width: 64, height: 64 }));
 */
export async function readPixels(
  input: string | Uint8Array,
  { width, height, maxPixels = DEFAULT_MAX_PIXELS }: ReadPixelsOptions = {},
): Promise<RawImage> {
  if (width !== undefined) checkSide('width', width);
  if (height !== undefined) checkSide('height', height);
  checkSide('maxPixels', maxPixels);
  const sharp = await loadSharp();
  return nameImageErrors(input, async () => {
    const bytes = typeof input === 'string' ? await readImageBytes(input) : input;
    return decodePixels(sharp, bytes, { size: { width, height }, maxPixels });
  });
}
