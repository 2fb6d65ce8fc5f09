import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The Euclidean norm. */
export function norm(memory: MemoryViews): KernelFunction {
  return (_workspace, x, count, result) => {
    const { reals, realShift } = memory;
    const first = x >>> realShift;
    let sum = 0;
    for (let i = first; i < first + count; i++) sum += reals[i] * reals[i];
    reals[result >>> realShift] = Math.sqrt(sum);
  };
}
