import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { rowMoments } from './row-moments.js';

/** Each row less its mean over its deviation, times gamma plus beta. */
export function layerNorm(memory: MemoryViews): KernelFunction {
  return (_workspace, input, output, rows, columns, gamma, beta, epsilon) => {
    const { reals, realShift } = memory;
    for (let row = 0; row < rows; row++) {
      const from = (input >>> realShift) + row * columns;
      const to = (output >>> realShift) + row * columns;
      const { mean, variance } = rowMoments(reals, from, columns);
      const scale = 1 / Math.sqrt(variance + epsilon);
      for (let j = 0; j < columns; j++) {
        const normal = (reals[from + j] - mean) * scale;
        reals[to + j] = normal * reals[(gamma >>> realShift) + j] + reals[(beta >>> realShift) + j];
      }
    }
  };
}
