import type { KernelCall } from '../kernel-module.js';

export interface MaxPool1dOptions {
  /** [samples, length, channels] */
  input: number;
  /** [samples, floor(length / size), channels] */
  output: number;
  samples: number;
  length: number;
  channels: number;
  /** Positions of a window, and from one window to the next. */
  size: number;
}

/** The maximum of each whole window of positions, channel by channel; NaN stays NaN. */
export function maxPool1d(options: MaxPool1dOptions): KernelCall {
  const { input, output, samples, length, channels, size } = options;
  return ['maxPool1d', input, output, samples, length, channels, size];
}
