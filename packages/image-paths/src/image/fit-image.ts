import type { Image, ImageSize, RawImage } from './image.js';
import { resizeArea } from './resize-area.js';
import { toGrey } from './to-grey.js';
import { toRgb } from './to-rgb.js';

/**
 * Brings an image to a width, height and number of channels: resized by area, then made grey where
 * grey is wanted. The sides change independently; a different aspect ratio is stretched.
 *
 * @param output width · height · channels bytes to write into; made when left out.
 * @throws RangeError or TypeError when sides, channels and bytes do not fit.
 *
 * @example
 * const small = fitImage(image, { width: 64, height: 64, channels: 3 });
 */
export function fitImage(
  image: RawImage,
  { width, height, channels }: ImageSize,
  output?: Uint8Array | Uint8ClampedArray,
): Image {
  if (channels === 3) return resizeArea(toRgb(image), width, height, output);
  const sized = image.channels === 1 ? toGrey(image) : resizeArea(toRgb(image), width, height);
  // Grey is taken after shrinking, so that nearly all of the work is the shrinking itself.
  return resizeArea(toGrey(sized), width, height, output);
}
