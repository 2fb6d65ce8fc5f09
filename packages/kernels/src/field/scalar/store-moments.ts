export interface MomentsOptions {
  /** Index of the first pixel. */
  from: number;
  height: number;
  width: number;
  channels: number;
  window: number;
  stride: number;
  /** Index of the first window's first mean. */
  to: number;
  /** From a window to the next. */
  place: number;
}

/** Writes mean and deviation of each channel in every window: the means first. */
export function storeMoments(
  pixels: Uint8Array,
  field: Float32Array | Float64Array,
  { from, height, width, channels, window, stride, to, place }: MomentsOptions,
): void {
  const count = window * window;
  let at = to;
  for (let top = 0; top + window <= height; top += stride) {
    for (let left = 0; left + window <= width; left += stride, at += place) {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        let squares = 0;
        for (let k = 0; k < count; k++) {
          const y = top + Math.floor(k / window);
          const x = left + (k % window);
          const value = pixels[from + (y * width + x) * channels + channel];
          sum += value;
          squares += value * value;
        }
        field[at + channel] = sum / count / 255;
        field[at + channels + channel] = Math.sqrt(count * squares - sum * sum) / count / 255;
      }
    }
  }
}
