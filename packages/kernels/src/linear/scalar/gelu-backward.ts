import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { normalDensity, normalDistribution } from './normal-distribution.js';

/** The gradient times Φ(x) + x φ(x). */
export function geluBackward(memory: MemoryViews): KernelFunction {
  return (_workspace, input, outputGradient, inputGradient, count) => {
    const { reals, realShift } = memory;
    const up = outputGradient >>> realShift;
    const to = inputGradient >>> realShift;
    for (let i = 0; i < count; i++) {
      const x = reals[(input >>> realShift) + i];
      reals[to + i] = reals[up + i] * (normalDistribution(x) + x * normalDensity(x));
    }
  };
}
