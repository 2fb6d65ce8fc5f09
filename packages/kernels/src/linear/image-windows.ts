/** Square windows over images [samples, height, width, channels]. */
export interface ImageWindows {
  readonly samples: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Pixels along a side of a window. */
  readonly size: number;
  /** Pixels from one window to the next. */
  readonly stride: number;
  /** Pixels of zeros around the image, below `size`. */
  readonly padding: number;
}

/** Windows along an axis of `extent` pixels. */
export function windowCount(
  extent: number,
  { size, stride, padding }: Pick<ImageWindows, 'size' | 'stride' | 'padding'>,
): number {
  return Math.floor((extent + 2 * padding - size) / stride) + 1;
}

/** The windows as arguments of a kernel. */
export function windowArguments(windows: ImageWindows): number[] {
  const { samples, height, width, channels, size, stride, padding } = windows;
  return [samples, height, width, channels, size, stride, padding];
}
