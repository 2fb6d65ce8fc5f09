import type { KernelCall } from '../kernel-module.js';
import { type ImageWindows, windowArguments } from './image-windows.js';

export interface DepthwiseConv2dOptions extends ImageWindows {
  /** [samples, height, width, channels] */
  input: number;
  /** [size, size, channels] */
  kernel: number;
  /** [samples, windows down, windows across, channels] */
  output: number;
}

/** Convolves each channel of images with a filter of its own. */
export function depthwiseConv2d(options: DepthwiseConv2dOptions): KernelCall {
  const { input, kernel, output } = options;
  return ['depthwiseConv2d', input, kernel, output, ...windowArguments(options)];
}
