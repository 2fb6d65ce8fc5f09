import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** Zeroes or scales by a hash of a counter: the mask of the compiled kernel, bit for bit. */
export function dropout(memory: MemoryViews): KernelFunction {
  return (_workspace, input, output, count, threshold, scale, seed, first) => {
    const { reals, realShift } = memory;
    const from = input >>> realShift;
    const to = output >>> realShift;
    for (let i = 0; i < count; i++) {
      const kept = hash(Math.imul(first + i, 0x9e3779b9) + seed) >= threshold >>> 0;
      reals[to + i] = kept ? reals[from + i] * scale : 0;
    }
  };
}

function hash(counter: number): number {
  let x = counter | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}
