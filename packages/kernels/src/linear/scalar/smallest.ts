import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { keepSmallest } from './keep-smallest.js';

/** The k smallest of each row. */
export function smallest(memory: MemoryViews): KernelFunction {
  const view = () => ({ numbers: memory.reals, shift: memory.realShift });
  return keepSmallest(memory, view, Number.POSITIVE_INFINITY);
}
