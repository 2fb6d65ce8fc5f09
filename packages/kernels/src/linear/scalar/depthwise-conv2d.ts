import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { visitWindows } from './visit-windows.js';

/** Each channel with its own filter. */
export function depthwiseConv2d(memory: MemoryViews): KernelFunction {
  return (_workspace, input, kernel, output, ...windows) => {
    const { reals, realShift } = memory;
    const from = input >>> realShift;
    const weights = kernel >>> realShift;
    const to = output >>> realShift;
    const channels = windows[3];
    visitWindows(windows, (pixel, window, k) => {
      for (let c = 0; c < channels; c++) {
        const place = to + window * channels + c;
        if (k === 0) reals[place] = 0;
        if (pixel < 0) continue;
        reals[place] += reals[from + pixel * channels + c] * reals[weights + k * channels + c];
      }
    });
  };
}
