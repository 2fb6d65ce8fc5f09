import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** target += source. */
export function addInto(memory: MemoryViews): KernelFunction {
  return (_workspace, target, source, count) => {
    const { reals, realShift } = memory;
    const from = source >>> realShift;
    const to = target >>> realShift;
    for (let i = 0; i < count; i++) reals[to + i] += reals[from + i];
  };
}
