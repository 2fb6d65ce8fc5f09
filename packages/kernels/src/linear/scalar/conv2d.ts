import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { visitWindows } from './visit-windows.js';

/** Every window with every filter. */
export function conv2d(memory: MemoryViews): KernelFunction {
  return (_workspace, input, kernel, bias, output, _scratch, filters, relu, ...windows) => {
    const { reals, realShift } = memory;
    const from = input >>> realShift;
    const weights = kernel >>> realShift;
    const biases = bias >>> realShift;
    const to = output >>> realShift;
    const [, , , channels, size] = windows;
    visitWindows(windows, (pixel, window, k) => {
      const last = k === size * size - 1;
      for (let f = 0; f < filters; f++) {
        const place = to + window * filters + f;
        let sum = k === 0 ? 0 : reals[place];
        for (let c = 0; pixel >= 0 && c < channels; c++) {
          sum +=
            reals[from + pixel * channels + c] * reals[weights + (k * channels + c) * filters + f];
        }
        if (last && bias !== 0) sum += reals[biases + f];
        reals[place] = last && relu !== 0 && sum < 0 ? 0 : sum;
      }
    });
  };
}
