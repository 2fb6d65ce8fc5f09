import type { KernelCall } from '../kernel-module.js';

export interface DropoutOptions {
  input: number;
  output: number;
  count: number;
  /** From 0 up to, and not, 1. */
  rate: number;
  /** An integer. */
  seed: number;
  /** The place of the first real in the whole; the mask does not depend on how that is cut up. */
  first?: number;
}

/**
 * Inverted dropout (Srivastava et al. 2014): zeroes reals at a rate and scales the others by 1 / (1
 * - rate). The mask follows from the seed and the place alone, so the same call on gradients is the
 * backward pass.
 */
export function dropout(options: DropoutOptions): KernelCall {
  const { input, output, count, rate, seed } = options;
  const { first = 0 } = options;
  return [
    'dropout',
    input,
    output,
    count,
    Math.floor(rate * 2 ** 32),
    1 / (1 - rate),
    seed | 0,
    first | 0,
  ];
}
