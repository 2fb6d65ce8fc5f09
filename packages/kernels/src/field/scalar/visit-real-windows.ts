export interface RealWindows {
  samples: number;
  height: number;
  width: number;
  channels: number;
  window: number;
  stride: number;
  /** 1 for their signatures, else 0. */
  rows: number;
  columns: number;
}

/** How the lines of a window lie in the reals. */
export interface WindowLines {
  lineStride: number;
  stepStride: number;
}

/** Calls `visit` for each window with its lines of each direction and the place of its corner. */
export function visitRealWindows(
  { samples, height, width, channels, window, stride, rows, columns }: RealWindows,
  visit: (lines: readonly WindowLines[], corner: number) => void,
): void {
  const row = width * channels;
  const directions = [
    ...(rows ? [{ lineStride: row, stepStride: channels }] : []),
    ...(columns ? [{ lineStride: channels, stepStride: row }] : []),
  ];
  for (let sample = 0; sample < samples; sample++) {
    for (let top = 0; top + window <= height; top += stride) {
      for (let left = 0; left + window <= width; left += stride) {
        visit(directions, (sample * height + top) * row + left * channels);
      }
    }
  }
}
