import type { KernelCall } from '../kernel-module.js';
import { type ImageWindows, windowArguments } from './image-windows.js';

export interface Conv2dOptions extends ImageWindows {
  /** [samples, height, width, channels] */
  input: number;
  /** [size, size, channels, filters] */
  kernel: number;
  /** One number a filter, added to every place; 0 for none. */
  bias?: number;
  /** [samples, windows down, windows across, filters] */
  output: number;
  /** `conv2dScratch` reals. */
  scratch: number;
  filters: number;
  relu?: boolean;
}

/** Convolves images with filters, adds the bias, then max(0, ·). */
export function conv2d(options: Conv2dOptions): KernelCall {
  const { input, kernel, bias = 0, output, scratch, filters, relu = false } = options;
  const windows = windowArguments(options);
  return ['conv2d', input, kernel, bias, output, scratch, filters, +relu, ...windows];
}

/** Reals that `conv2d` needs beside: the filters in panels of eight, and an image with its frame. */
export function conv2dScratch(
  windows: Omit<ImageWindows, 'samples' | 'stride'> & { readonly filters: number },
): number {
  const { height, width, channels, size, padding, filters } = windows;
  const panels = Math.ceil(filters / 8) * 8 * size * size * channels;
  const framed = (height + 2 * padding) * (width + 2 * padding) * channels;
  return panels + (padding > 0 ? framed : 0);
}
