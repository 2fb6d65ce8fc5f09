import { checkSide } from './check-image.js';
import { cropToRatio } from './crop-to-ratio.js';
import type { Fit, FittedSize, Image, ImageSize, RawImage } from './image.js';
import { padImage } from './pad-image.js';
import { resizeArea } from './resize-area.js';
import { toGrey } from './to-grey.js';
import { toRgb } from './to-rgb.js';

/** All the ways to fit an image of another aspect ratio. */
export const fitNames: readonly Fit[] = ['stretch', 'pad', 'crop'];

/**
 * Brings an image to a width, height and number of channels: resized by area, then made grey where
 * grey is wanted. An image of another aspect ratio is stretched, or padded or cropped as `fit` says.
 *
 * @param output width · height · channels bytes to write into; made when left out.
 * @throws RangeError or TypeError when sides, channels and bytes do not fit, or `fit` is unknown.
 *
 * @example
 * const small = fitImage(image, { width: 64, height: 64, channels: 3, fit: 'crop' });
 */
export function fitImage(
  image: RawImage,
  { fit = 'stretch', ...size }: FittedSize,
  output?: Uint8Array | Uint8ClampedArray,
): Image {
  checkSide('width', size.width);
  checkSide('height', size.height);
  if (fit === 'stretch') return stretch(image, size, output);
  if (fit === 'crop') return stretch(cropToRatio(image, size), size, output);
  if (fit !== 'pad') {
    throw new RangeError(`fit must be one of ${fitNames.join(', ')}, got ${JSON.stringify(fit)}`);
  }
  const scale = Math.min(size.width / image.width, size.height / image.height);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  return padImage(stretch(image, { ...size, width, height }), size, output);
}

function stretch(
  image: RawImage,
  { width, height, channels }: ImageSize,
  output?: Uint8Array | Uint8ClampedArray,
): Image {
  if (channels === 3) return resizeArea(toRgb(image), width, height, output);
  const sized = image.channels === 1 ? toGrey(image) : resizeArea(toRgb(image), width, height);
  // Grey is taken after shrinking, so that nearly all of the work is the shrinking itself.
  return resizeArea(toGrey(sized), width, height, output);
}
