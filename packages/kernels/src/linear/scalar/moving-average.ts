import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** target += rate · (source - target). */
export function movingAverage(memory: MemoryViews): KernelFunction {
  return (_workspace, target, source, count, rate) => {
    const { reals, realShift } = memory;
    const to = target >>> realShift;
    const from = source >>> realShift;
    for (let i = 0; i < count; i++) reals[to + i] += rate * (reals[from + i] - reals[to + i]);
  };
}
