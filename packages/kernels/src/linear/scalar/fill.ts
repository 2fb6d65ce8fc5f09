import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** Sets reals to a value. */
export function fill(memory: MemoryViews): KernelFunction {
  return (_workspace, target, count, value) => {
    const { reals, realShift } = memory;
    const from = target >>> realShift;
    reals.fill(value, from, from + count);
  };
}
