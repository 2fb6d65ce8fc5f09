import { addRows } from './add-rows.js';
import { halveRgb } from './halve-rgb.js';
import type { Image } from './image.js';

/**
 * Shrinks by whole factors: each new pixel is the mean of a block of old ones, rounded half up. What
 * `resizeArea` does, without weights.
 *
 * The rows of a block are added first, then the pixels of the sums: two short loops over what lies
 * behind each other. Halves have a loop of their own, without sums in between.
 */
export function meanBlocks(image: Image, width: number, height: number, data: Image['data']): void {
  const down = image.height / height;
  const across = image.width / width;
  if (down === 2 && across === 2 && image.channels === 3) {
    halveRgb(image.data, width, height, data);
    return;
  }
  const sums = new Int32Array(image.width * image.channels);
  const meanRow = image.channels === 3 ? meanRgbRow : meanGreyRow;
  for (let y = 0; y < height; y++) {
    addRows(sums, image.data, y * down * sums.length, down);
    meanRow(sums, across, down * across, data, y * width * image.channels);
  }
}

function meanGreyRow(
  sums: Int32Array,
  across: number,
  count: number,
  data: Image['data'],
  at: number,
): void {
  for (let x = 0; x < sums.length; at++) {
    let sum = 0;
    for (const end = x + across; x < end; x++) sum += sums[x];
    data[at] = (sum / count + 0.5) | 0;
  }
}

function meanRgbRow(
  sums: Int32Array,
  across: number,
  count: number,
  data: Image['data'],
  at: number,
): void {
  for (let x = 0; x < sums.length; at += 3) {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (const end = x + 3 * across; x < end; x += 3) {
      red += sums[x];
      green += sums[x + 1];
      blue += sums[x + 2];
    }
    data[at] = (red / count + 0.5) | 0;
    data[at + 1] = (green / count + 0.5) | 0;
    data[at + 2] = (blue / count + 0.5) | 0;
  }
}
