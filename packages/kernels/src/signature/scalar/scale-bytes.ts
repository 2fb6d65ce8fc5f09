import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** Bytes by a factor; see the kernel's builder for the arguments. */
export function scaleBytes(memory: MemoryViews): KernelFunction {
  return (_workspace, from, count, scale, to) => {
    const { bytes, reals, realShift } = memory;
    for (let i = 0; i < count; i++) reals[(to >>> realShift) + i] = bytes[from + i] * scale;
  };
}
