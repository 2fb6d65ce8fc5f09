import { checkSide } from './check-image.js';
import { checkSetBytes, DEFAULT_MAX_BYTES } from './check-set-bytes.js';
import { fitImage } from './fit-image.js';
import type { FittedSize, Image } from './image.js';
import type { ImageSet } from './image-set.js';

export interface ResizeImageSetOptions {
  /** The most bytes the set may have, 2 GiB when left out. */
  maxBytes?: number;
}

/**
 * Brings every image of a set to a width, height and number of channels (see `fitImage`).
 *
 * A set that has them already is returned as it is, not copied.
 *
 * @throws RangeError when a side is not an integer of at least 1, channels is neither 1 nor 3, or the
 * set would exceed `maxBytes`.
 *
 * @example
 * const small = resizeImageSet(train, { width: 16, height: 16, channels: 1 });
 */
export function resizeImageSet(
  set: ImageSet,
  size: FittedSize,
  { maxBytes = DEFAULT_MAX_BYTES }: ResizeImageSetOptions = {},
): ImageSet {
  const { width, height, channels } = size;
  checkSide('width', width);
  checkSide('height', height);
  if (channels !== 1 && channels !== 3) {
    throw new RangeError(`channels must be 1 or 3, got ${channels}`);
  }
  if (width === set.width && height === set.height && channels === set.channels) return set;
  checkSide('maxBytes', maxBytes);
  checkSetBytes(set.count, size, maxBytes);
  const inputBytes = set.width * set.height * set.channels;
  const outputBytes = width * height * channels;
  const pixels = new Uint8Array(set.count * outputBytes);
  for (let index = 0; index < set.count; index++) {
    const image: Image = {
      width: set.width,
      height: set.height,
      channels: set.channels,
      data: set.pixels.subarray(index * inputBytes, (index + 1) * inputBytes),
    };
    const output = pixels.subarray(index * outputBytes, (index + 1) * outputBytes);
    fitImage(image, size, output);
  }
  return { width, height, channels, count: set.count, pixels, labels: set.labels };
}
