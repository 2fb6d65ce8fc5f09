import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** y = alpha · x + beta · y. */
export function axpby(memory: MemoryViews): KernelFunction {
  return (_workspace, y, x, count, alpha, beta) => {
    const { reals, realShift } = memory;
    const to = y >>> realShift;
    const from = x >>> realShift;
    for (let i = 0; i < count; i++) reals[to + i] = alpha * reals[from + i] + beta * reals[to + i];
  };
}
