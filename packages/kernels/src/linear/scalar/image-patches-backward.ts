import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { visitWindows } from './visit-windows.js';

/** Sums the gradients of the windows at each pixel. */
export function imagePatchesBackward(memory: MemoryViews): KernelFunction {
  return (_workspace, patchGradients, inputGradient, ...windows) => {
    const { reals, realShift } = memory;
    const from = patchGradients >>> realShift;
    const to = inputGradient >>> realShift;
    const [samples, height, width, channels, size] = windows;
    reals.fill(0, to, to + samples * height * width * channels);
    visitWindows(windows, (pixel, window, k) => {
      if (pixel < 0) return;
      const source = from + (window * size * size + k) * channels;
      for (let c = 0; c < channels; c++) reals[to + pixel * channels + c] += reals[source + c];
    });
  };
}
