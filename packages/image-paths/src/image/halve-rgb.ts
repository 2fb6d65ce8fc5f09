import type { Image } from './image.js';

/** Makes RGB half as wide and half as high: the mean of each 2 × 2 pixels, rounded half up. */
export function halveRgb(
  bytes: Image['data'],
  width: number,
  height: number,
  data: Image['data'],
): void {
  const row = 6 * width;
  let at = 0;
  for (let y = 0; y < height; y++) {
    let a = 2 * y * row;
    let b = a + row;
    for (const end = b; a < end; a += 6, b += 6, at += 3) {
      data[at] = (bytes[a] + bytes[a + 3] + bytes[b] + bytes[b + 3] + 2) >> 2;
      data[at + 1] = (bytes[a + 1] + bytes[a + 4] + bytes[b + 1] + bytes[b + 4] + 2) >> 2;
      data[at + 2] = (bytes[a + 2] + bytes[a + 5] + bytes[b + 2] + bytes[b + 5] + 2) >> 2;
    }
  }
}
