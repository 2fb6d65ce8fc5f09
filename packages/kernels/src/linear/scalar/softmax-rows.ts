import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The softmax of each row. */
export function softmaxRows(memory: MemoryViews): KernelFunction {
  return (_workspace, input, output, rows, columns, scale) => {
    const { reals, realShift } = memory;
    for (let row = 0; row < rows; row++) {
      const from = (input >>> realShift) + row * columns;
      const to = (output >>> realShift) + row * columns;
      let peak = -Infinity;
      for (let j = 0; j < columns; j++) peak = Math.max(peak, reals[from + j]);
      let sum = 0;
      for (let j = 0; j < columns; j++) {
        const e = Math.exp(scale * (reals[from + j] - peak));
        reals[to + j] = e;
        sum += e;
      }
      for (let j = 0; j < columns; j++) reals[to + j] /= sum;
    }
  };
}
