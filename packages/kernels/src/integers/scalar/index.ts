import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { integerProducts } from './integer-products.js';
import { smallestIntegers } from './smallest-integers.js';

/** The scalar twin of every kernel of the integers family. */
export function integersScalar(memory: MemoryViews): Record<string, KernelFunction> {
  return {
    integerProducts: integerProducts(memory),
    smallestIntegers: smallestIntegers(memory),
  };
}
