import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** Mean and variance of each column. */
export function columnMoments(memory: MemoryViews): KernelFunction {
  return (_workspace, matrix, rows, columns, mean, variance) => {
    const { reals, realShift } = memory;
    const from = matrix >>> realShift;
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += reals[from + row * columns + c];
      const middle = sum / rows;
      let squares = 0;
      for (let row = 0; row < rows; row++) {
        squares += (reals[from + row * columns + c] - middle) ** 2;
      }
      reals[(mean >>> realShift) + c] = middle;
      reals[(variance >>> realShift) + c] = squares / rows;
    }
  };
}
