import type { Geometry, InputSize } from './geometry.js';

/** Fills what is around an image in the middle with the image's mean colour, rounded half up. */
export function padAround(
  target: Uint8Array,
  { toLeft, toTop, toWidth, toHeight }: Geometry,
  { width, height, channels }: InputSize,
): void {
  const inside = (x: number, y: number): boolean =>
    x >= toLeft && x < toLeft + toWidth && y >= toTop && y < toTop + toHeight;
  for (let channel = 0; channel < channels; channel++) {
    let sum = 0;
    for (let y = toTop; y < toTop + toHeight; y++) {
      for (let x = toLeft; x < toLeft + toWidth; x++) {
        sum += target[(y * width + x) * channels + channel];
      }
    }
    const mean = Math.floor(sum / (toWidth * toHeight) + 0.5);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (!inside(x, y)) target[(y * width + x) * channels + channel] = mean;
      }
    }
  }
}
