import type { KernelCall } from '../kernel-module.js';

export interface FlipFiltersOptions {
  /** [size, channels, count] */
  filters: number;
  /** [size, count, channels] */
  flipped: number;
  size: number;
  channels: number;
  /** Filters. */
  count: number;
}

/**
 * The filters with which an output gradient is convolved to give the input gradient: last position
 * first, inputs and outputs exchanged.
 */
export function flipFilters(options: FlipFiltersOptions): KernelCall {
  const { filters, flipped, size, channels, count } = options;
  return ['flipFilters', filters, flipped, size, channels, count];
}
