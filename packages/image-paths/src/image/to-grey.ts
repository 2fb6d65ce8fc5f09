import { checkImage } from './check-image.js';
import type { Image, RawImage } from './image.js';
import { toRgb } from './to-rgb.js';

/**
 * Brings any image to grey: luma 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), rounded half up.
 * Alpha is composited on white first.
 *
 * An image that is grey already is returned as it is, not copied; equal R, G and B keep their value.
 *
 * @throws RangeError or TypeError when the image's sides, channels and bytes do not fit.
 *
 * @example
 * toGrey({ width: 1, height: 1, channels: 3, data: new Uint8Array([255, 0, 0]) }).data; // 76
 */
export function toGrey(image: RawImage): Image {
  checkImage(image, [1, 2, 3, 4]);
  const { width, height } = image;
  if (image.channels === 1) return { width, height, channels: 1, data: image.data };
  const rgb = toRgb(image).data;
  const data = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < data.length; at++, from += 3) {
    // Whole thousandths keep halves exact.
    data[at] = (299 * rgb[from] + 587 * rgb[from + 1] + 114 * rgb[from + 2] + 500) / 1000;
  }
  return { width, height, channels: 1, data };
}
