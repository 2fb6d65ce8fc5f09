import type { KernelCall } from '../kernel-module.js';
import { type ImageWindows, windowArguments } from './image-windows.js';

export interface DepthwiseConv2dBackwardOptions extends ImageWindows {
  /** What `depthwiseConv2d` read. */
  input: number;
  /** [size, size, channels] */
  kernel: number;
  /** [samples, windows down, windows across, channels] */
  outputGradient: number;
  /** [samples, height, width, channels], overwritten; 0 for none. */
  inputGradient?: number;
  /** [size, size, channels], added to; 0 for none. */
  kernelGradient?: number;
}

/** The gradients of `depthwiseConv2d`. */
export function depthwiseConv2dBackward(options: DepthwiseConv2dBackwardOptions): KernelCall {
  const { input, kernel, outputGradient, inputGradient = 0, kernelGradient = 0 } = options;
  return [
    'depthwiseConv2dBackward',
    input,
    kernel,
    outputGradient,
    inputGradient,
    kernelGradient,
    ...windowArguments(options),
  ];
}
