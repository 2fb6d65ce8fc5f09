import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** max(0, x). */
export function relu(memory: MemoryViews): KernelFunction {
  return (_workspace, input, output, count) => {
    const { reals, realShift } = memory;
    const from = input >>> realShift;
    const to = output >>> realShift;
    for (let i = 0; i < count; i++) reals[to + i] = Math.max(0, reals[from + i]);
  };
}
