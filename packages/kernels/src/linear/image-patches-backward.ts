import type { KernelCall } from '../kernel-module.js';
import { type ImageWindows, windowArguments } from './image-windows.js';

export interface ImagePatchesBackwardOptions extends ImageWindows {
  /** [samples, windows down, windows across, size, size, channels] */
  patchGradients: number;
  /** [samples, height, width, channels], overwritten. */
  inputGradient: number;
}

/** The gradient of `imagePatches`: each pixel gets the sum over the windows that it is in. */
export function imagePatchesBackward(options: ImagePatchesBackwardOptions): KernelCall {
  const { patchGradients, inputGradient } = options;
  return ['imagePatchesBackward', patchGradients, inputGradient, ...windowArguments(options)];
}
