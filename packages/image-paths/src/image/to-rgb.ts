import { checkImage } from './check-image.js';
import type { Image, RawImage } from './image.js';
import { onWhite } from './on-white.js';

/**
 * Brings any image to RGB. Grey is repeated three times; alpha is composited on white.
 *
 * An image that is RGB already is returned as it is, not copied.
 *
 * @throws RangeError or TypeError when the image's sides, channels and bytes do not fit.
 *
 * @example
 * toRgb({ width: 1, height: 1, channels: 4, data: new Uint8Array([0, 0, 0, 0]) }).data; // 255, 255, 255
 */
export function toRgb(image: RawImage): Image {
  checkImage(image, [1, 2, 3, 4]);
  const { width, height, channels } = image;
  if (channels === 3) return { width, height, channels, data: image.data };
  const data = new Uint8Array(width * height * 3);
  const colours = channels > 2 ? 3 : 1;
  const hasAlpha = channels !== 1;
  for (let from = 0, to = 0; to < data.length; from += channels, to += 3) {
    const alpha = hasAlpha ? image.data[from + colours] : 255;
    for (let c = 0; c < 3; c++) {
      data[to + c] = onWhite(image.data[from + (colours === 3 ? c : 0)], alpha);
    }
  }
  return { width, height, channels: 3, data };
}
