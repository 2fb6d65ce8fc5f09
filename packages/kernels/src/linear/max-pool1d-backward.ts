import type { KernelCall } from '../kernel-module.js';

export interface MaxPool1dBackwardOptions {
  /** What `maxPool1d` read. */
  input: number;
  /** What `maxPool1d` wrote. */
  output: number;
  /** [samples, floor(length / size), channels] */
  outputGradient: number;
  /** [samples, length, channels], overwritten. */
  inputGradient: number;
  samples: number;
  length: number;
  channels: number;
  size: number;
}

/** The gradient of `maxPool1d`: it goes to the first maximum of each window, 0 goes elsewhere. */
export function maxPool1dBackward(options: MaxPool1dBackwardOptions): KernelCall {
  const { input, output, outputGradient, inputGradient, samples, length, channels, size } = options;
  return [
    'maxPool1dBackward',
    input,
    output,
    outputGradient,
    inputGradient,
    samples,
    length,
    channels,
    size,
  ];
}
