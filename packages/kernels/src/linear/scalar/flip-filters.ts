import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** Filters [size, channels, count] backwards and transposed, [size, count, channels]. */
export function flipFilters(memory: MemoryViews): KernelFunction {
  return (_workspace, filters, flipped, size, channels, count) => {
    const { reals, realShift } = memory;
    const from = filters >>> realShift;
    let to = flipped >>> realShift;
    for (let k = size - 1; k >= 0; k--) {
      for (let f = 0; f < count; f++) {
        for (let c = 0; c < channels; c++)
          reals[to++] = reals[from + (k * channels + c) * count + f];
      }
    }
  };
}
