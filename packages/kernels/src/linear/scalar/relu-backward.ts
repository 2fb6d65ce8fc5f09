import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The gradient where the output is positive, with gaps of zeros between samples. */
export function reluBackward(memory: MemoryViews): KernelFunction {
  return (_workspace, output, outputGradient, inputGradient, samples, width, stride) => {
    const { reals, realShift } = memory;
    const value = output >>> realShift;
    const from = outputGradient >>> realShift;
    const to = inputGradient >>> realShift;
    for (let sample = 0; sample < samples; sample++) {
      for (let i = 0; i < stride; i++) {
        const place = sample * width + i;
        const passes = i < width && reals[value + place] > 0;
        reals[to + sample * stride + i] = passes ? reals[from + place] : 0;
      }
    }
  };
}
