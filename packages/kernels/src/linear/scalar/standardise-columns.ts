import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** (x - mean) · scale for each column. */
export function standardiseColumns(memory: MemoryViews): KernelFunction {
  return (_workspace, input, output, rows, columns, mean, scale) => {
    const { reals, realShift } = memory;
    const from = input >>> realShift;
    const to = output >>> realShift;
    const m = mean >>> realShift;
    const s = scale >>> realShift;
    for (let row = 0; row < rows; row++) {
      for (let c = 0; c < columns; c++) {
        const place = row * columns + c;
        reals[to + place] = (reals[from + place] - reals[m + c]) * reals[s + c];
      }
    }
  };
}
