import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { visitWindows } from './visit-windows.js';

/** The gradients of a depthwise convolution; either may be left out. */
export function depthwiseConv2dBackward(memory: MemoryViews): KernelFunction {
  return (_workspace, input, kernel, outputGradient, inputGradient, kernelGradient, ...windows) => {
    const { reals, realShift } = memory;
    const [samples, height, width, channels] = windows;
    const at = (pointer: number): number => pointer >>> realShift;
    if (inputGradient) {
      const to = at(inputGradient);
      reals.fill(0, to, to + samples * height * width * channels);
    }
    visitWindows(windows, (pixel, window, k) => {
      if (pixel < 0) return;
      for (let c = 0; c < channels; c++) {
        const up = reals[at(outputGradient) + window * channels + c];
        const place = pixel * channels + c;
        const weight = k * channels + c;
        if (inputGradient) reals[at(inputGradient) + place] += up * reals[at(kernel) + weight];
        if (kernelGradient) reals[at(kernelGradient) + weight] += up * reals[at(input) + place];
      }
    });
  };
}
