import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** Copies samples from one stride to another and fills gaps with zeros. */
export function copySamples(memory: MemoryViews): KernelFunction {
  return (_workspace, source, sourceStride, target, targetStride, width, samples) => {
    const { reals, realShift } = memory;
    for (let sample = 0; sample < samples; sample++) {
      const from = (source >>> realShift) + sample * sourceStride;
      const to = (target >>> realShift) + sample * targetStride;
      reals.copyWithin(to, from, from + width);
      reals.fill(0, to + width, to + targetStride);
    }
  };
}
