import { wordCount } from '../signature/word-count.js';

/** The windows of a local signature field, and what it tells of each. */
export interface FieldWindows {
  /** Pixels; at least those of a window. */
  readonly height: number;
  /** Pixels; at least those of a window. */
  readonly width: number;
  readonly channels: number;
  /** Pixels along a side of a window, 2 to 256: their sums fit 32 bits. */
  readonly window: number;
  /** Pixels from a window to the next. */
  readonly stride: number;
  readonly depth: number;
  /** Append the channel t / (window - 1) to every segment, last (false). */
  readonly time?: boolean;
  /** Which lines of a window are paths (both, the rows first). */
  readonly direction?: 'rows' | 'columns' | 'both';
  /** Mean and deviation of each channel, after the signatures (true). */
  readonly moments?: boolean;
}

/**
 * Numbers that a field tells of each window.
 *
 * @example
 * fieldChannels({ channels: 3, depth: 2 }); // 30: 3 + 9, 3 + 9, 3 + 3
 */
export function fieldChannels(
  windows: Pick<FieldWindows, 'channels' | 'depth' | 'time' | 'direction' | 'moments'>,
): number {
  const { channels, depth, time = false, direction = 'both', moments = true } = windows;
  const directions = direction === 'both' ? 2 : 1;
  return directions * wordCount(channels + +time, depth) + (moments ? 2 * channels : 0);
}

/**
 * Windows of a field along a side of the image.
 *
 * @example
 * fieldExtent(64, { window: 8, stride: 4 }); // 15
 */
export function fieldExtent(
  pixels: number,
  { window, stride }: Pick<FieldWindows, 'window' | 'stride'>,
): number {
  return Math.floor((pixels - window) / stride) + 1;
}
