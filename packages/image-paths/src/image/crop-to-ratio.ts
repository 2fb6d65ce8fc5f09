import { checkImage } from './check-image.js';
import type { ImageSize, RawImage } from './image.js';

/**
 * The largest piece about the middle of an image that has the aspect ratio of a size, to the pixel.
 * An image that has it already is returned as it is, not copied.
 */
export function cropToRatio(image: RawImage, size: Pick<ImageSize, 'width' | 'height'>): RawImage {
  checkImage(image, [1, 2, 3, 4]);
  const { channels } = image;
  const ratio = size.width / size.height;
  const width = Math.max(1, Math.min(image.width, Math.round(image.height * ratio)));
  const height = Math.max(1, Math.min(image.height, Math.round(image.width / ratio)));
  if (width === image.width && height === image.height) return image;
  const left = (image.width - width) >> 1;
  const top = (image.height - height) >> 1;
  const data = new Uint8Array(width * height * channels);
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * image.width + left) * channels;
    data.set(image.data.subarray(from, from + width * channels), row * width * channels);
  }
  return { width, height, channels, data };
}
