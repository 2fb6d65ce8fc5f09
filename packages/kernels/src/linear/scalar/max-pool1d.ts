import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The maximum of each window; see the kernel's builder for the arguments. */
export function maxPool1d(memory: MemoryViews): KernelFunction {
  return (_workspace, input, output, samples, length, channels, size) => {
    const { reals, realShift } = memory;
    const windows = Math.floor(length / size);
    let to = output >>> realShift;
    for (let sample = 0; sample < samples; sample++) {
      for (let window = 0; window < windows; window++) {
        const from = (input >>> realShift) + (sample * length + window * size) * channels;
        for (let c = 0; c < channels; c++) {
          let best = reals[from + c];
          for (let k = 1; k < size; k++) best = Math.max(best, reals[from + k * channels + c]);
          reals[to++] = best;
        }
      }
    }
  };
}
