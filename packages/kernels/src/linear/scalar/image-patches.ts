import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { visitWindows } from './visit-windows.js';

/** Every window as a row, zeros outside the image. */
export function imagePatches(memory: MemoryViews): KernelFunction {
  return (_workspace, input, patches, ...windows) => {
    const { reals, realShift } = memory;
    const from = input >>> realShift;
    const to = patches >>> realShift;
    const [, , , channels, size] = windows;
    visitWindows(windows, (place, window, k) => {
      const target = to + (window * size * size + k) * channels;
      for (let c = 0; c < channels; c++) {
        reals[target + c] = place < 0 ? 0 : reals[from + place * channels + c];
      }
    });
  };
}
