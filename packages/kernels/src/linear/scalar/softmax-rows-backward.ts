import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** scale · p · (g - Σ p g) for each row. */
export function softmaxRowsBackward(memory: MemoryViews): KernelFunction {
  return (_workspace, output, outputGradient, inputGradient, rows, columns, scale) => {
    const { reals, realShift } = memory;
    for (let row = 0; row < rows; row++) {
      const p = (output >>> realShift) + row * columns;
      const g = (outputGradient >>> realShift) + row * columns;
      const to = (inputGradient >>> realShift) + row * columns;
      let sum = 0;
      for (let j = 0; j < columns; j++) sum += reals[p + j] * reals[g + j];
      for (let j = 0; j < columns; j++) reals[to + j] = scale * reals[p + j] * (reals[g + j] - sum);
    }
  };
}
