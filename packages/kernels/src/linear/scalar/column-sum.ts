import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** Adds the sum of each column. */
export function columnSum(memory: MemoryViews): KernelFunction {
  return (_workspace, matrix, rows, columns, sums) => {
    const { reals, realShift } = memory;
    const from = matrix >>> realShift;
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += reals[from + row * columns + c];
      reals[(sums >>> realShift) + c] += sum;
    }
  };
}
