import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The gradient times 1 − tanh². */
export function tanhBackward(memory: MemoryViews): KernelFunction {
  return (_workspace, output, outputGradient, inputGradient, count) => {
    const { reals, realShift } = memory;
    const up = outputGradient >>> realShift;
    const to = inputGradient >>> realShift;
    for (let i = 0; i < count; i++) {
      const y = reals[(output >>> realShift) + i];
      reals[to + i] = reals[up + i] * (1 - y * y);
    }
  };
}
