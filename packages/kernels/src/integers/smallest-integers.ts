import type { KernelCall } from '../kernel-module.js';
import { type SmallestOptions, smallest } from '../linear/smallest.js';

/**
 * `smallest` in int32: matrix, offsets, scale and values are integers. What is added up has to be an
 * int32, and 2³¹ - 1 is never kept; it stands where fewer were found.
 */
export function smallestIntegers(options: SmallestOptions): KernelCall {
  const [, ...args] = smallest(options);
  return ['smallestIntegers', ...args];
}
