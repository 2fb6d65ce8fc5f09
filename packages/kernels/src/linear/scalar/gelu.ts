import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { normalDistribution } from './normal-distribution.js';

/** x Φ(x). */
export function gelu(memory: MemoryViews): KernelFunction {
  return (_workspace, input, output, count) => {
    const { reals, realShift } = memory;
    const from = input >>> realShift;
    const to = output >>> realShift;
    for (let i = 0; i < count; i++) {
      reals[to + i] = reals[from + i] * normalDistribution(reals[from + i]);
    }
  };
}
