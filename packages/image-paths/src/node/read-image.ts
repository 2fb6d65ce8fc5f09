import { checkSide } from '../image/check-image.js';
import type { Fit, Image } from '../image/image.js';
import { decodeImage } from './decode-image.js';
import { loadSharp } from './load-sharp.js';
import { nameImageErrors } from './name-image-errors.js';

export interface ReadImageOptions {
  /** Left out: as wide as the image is. */
  width?: number;
  /** Left out: as high as the image is. */
  height?: number;
  channels?: 1 | 3;
  /** For an image of another aspect ratio than width and height have; `stretch` when left out. */
  fit?: Fit;
  /** Images with more pixels than this, 100 million when left out, are refused undecoded. */
  maxPixels?: number;
}

export const DEFAULT_MAX_PIXELS = 100_000_000;

/**
 * Reads one image from a file or from bytes: JPEG, PNG, WebP, GIF, AVIF or TIFF.
 *
 * It comes back upright (EXIF), as 8-bit sRGB or, with `channels: 1`, grey. Of an animation the
 * first frame is taken; alpha is composited on white; CMYK, 16 bits and palettes are converted.
 * Needs the package sharp.
 *
 * @throws ImageDecodeError, named, when it is no such image, damaged or too large; RangeError for
 * sides or channels that cannot be.
 *
 * @example
 * const image = await readImage('photograph.jpg', { width: 64, height: 64 });
 */
export async function readImage(
  input: string | Uint8Array,
  options: ReadImageOptions = {},
): Promise<Image> {
  const { width, height, channels = 3, fit, maxPixels = DEFAULT_MAX_PIXELS } = options;
  if (width !== undefined) checkSide('width', width);
  if (height !== undefined) checkSide('height', height);
  if (channels !== 1 && channels !== 3) {
    throw new RangeError(`channels must be 1 or 3, got ${channels}`);
  }
  checkSide('maxPixels', maxPixels);
  const sharp = await loadSharp();
  return nameImageErrors(input, () =>
    decodeImage(sharp, input, { size: { width, height, channels, fit }, maxPixels }),
  );
}
