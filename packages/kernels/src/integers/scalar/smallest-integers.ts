import type { KernelFunction } from '../../kernel-module.js';
import { keepSmallest } from '../../linear/scalar/keep-smallest.js';
import type { MemoryViews } from '../../memory.js';

const LARGEST = 2 ** 31 - 1;

/** The k smallest of each row, in integers. */
export function smallestIntegers(memory: MemoryViews): KernelFunction {
  return keepSmallest(memory, () => ({ numbers: memory.int32, shift: 2 }), LARGEST);
}
