/**
 * Calls back for each place of each window over images, in order: with the number of the pixel, or -1
 * outside the image, the number of the window, and the place in the window.
 */
export function visitWindows(
  [samples, height, width, , size, stride, padding]: readonly number[],
  visit: (pixel: number, window: number, k: number) => void,
): void {
  const down = Math.floor((height + 2 * padding - size) / stride) + 1;
  const across = Math.floor((width + 2 * padding - size) / stride) + 1;
  for (let window = 0; window < samples * down * across; window++) {
    const s = Math.floor(window / (down * across));
    const top = (Math.floor(window / across) % down) * stride - padding;
    const left = (window % across) * stride - padding;
    for (let k = 0; k < size * size; k++) {
      const y = top + Math.floor(k / size);
      const x = left + (k % size);
      const inside = y >= 0 && y < height && x >= 0 && x < width;
      visit(inside ? (s * height + y) * width + x : -1, window, k);
    }
  }
}
