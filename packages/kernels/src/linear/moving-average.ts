import type { KernelCall } from '../kernel-module.js';

export interface MovingAverageOptions {
  target: number;
  source: number;
  count: number;
  /** From 0 to 1: how far the target moves towards the source. */
  rate: number;
}

/** target += rate · (source - target): an exponential moving average. */
export function movingAverage(options: MovingAverageOptions): KernelCall {
  const { target, source, count, rate } = options;
  return ['movingAverage', target, source, count, rate];
}
