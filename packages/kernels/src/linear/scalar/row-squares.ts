import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The squared length of each row. */
export function rowSquares(memory: MemoryViews): KernelFunction {
  return (_workspace, matrix, rows, width, squares) => {
    const { reals, realShift } = memory;
    for (let i = 0, at = matrix >>> realShift; i < rows; i++) {
      let sum = 0;
      for (const end = at + width; at < end; at++) sum += reals[at] * reals[at];
      reals[(squares >>> realShift) + i] = sum;
    }
  };
}
