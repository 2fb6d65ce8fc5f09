import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The hyperbolic tangent. */
export function tanh(memory: MemoryViews): KernelFunction {
  return (_workspace, input, output, count) => {
    const { reals, realShift } = memory;
    const from = input >>> realShift;
    const to = output >>> realShift;
    for (let i = 0; i < count; i++) reals[to + i] = Math.tanh(reals[from + i]);
  };
}
