import type { KernelCall } from '../kernel-module.js';
import { type ImageWindows, windowArguments } from './image-windows.js';

export interface ImagePatchesOptions extends ImageWindows {
  /** [samples, height, width, channels] */
  input: number;
  /** [samples, windows down, windows across, size, size, channels] */
  patches: number;
}

/** Copies every window of images to a row of its own: a convolution is then one matrix product. */
export function imagePatches(options: ImagePatchesOptions): KernelCall {
  const { input, patches } = options;
  return ['imagePatches', input, patches, ...windowArguments(options)];
}
