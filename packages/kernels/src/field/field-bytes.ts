import type { KernelCall } from '../kernel-module.js';
import type { FieldWindows } from './field-windows.js';

export interface FieldBytesOptions extends FieldWindows {
  /** Byte pointer to uint8 images [images, height, width, channels]; values are divided by 255. */
  pixels: number;
  images: number;
  /** [images, windows down, windows across, `fieldChannels`] */
  out: number;
}

/**
 * The local signature field of images: for each window of `window` × `window` pixels, `stride` apart,
 * one after the other
 *
 * - the mean over the window's rows of the truncated signature of the row's segment,
 * - the same over its columns,
 * - the mean, then the deviation of each channel (of the window as it is, divided by n; 0 where a
 *   window has one colour only).
 *
 * Needs `fieldWorkspaceBytes` of workspace. Depth 2 takes a fixed number of operations a pixel,
 * whatever the window, and sums integers until the end, so that it loses no digits.
 *
 * Source: expected signatures (Chevyrev & Lyons 2016) of the segments in each window.
 *
 * @example
 * const windows = { height: 64, width: 64, channels: 3, window: 8, stride: 4, depth: 2 };
 * engine.reserveWorkspace(fieldWorkspaceBytes(windows));
 * engine.call(...fieldBytes({ ...windows, pixels, images: 1, out })); // [15, 15, 30]
 */
export function fieldBytes(options: FieldBytesOptions): KernelCall {
  const { pixels, images, height, width, channels, window, stride, depth, out } = options;
  const { time = false, direction = 'both', moments = true } = options;
  return [
    'fieldBytes',
    pixels,
    images,
    height,
    width,
    channels,
    window,
    stride,
    depth,
    +time,
    +(direction !== 'columns'),
    +(direction !== 'rows'),
    +moments,
    out,
  ];
}
