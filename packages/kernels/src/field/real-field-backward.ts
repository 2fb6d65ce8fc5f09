import type { KernelCall } from '../kernel-module.js';
import { type RealFieldOptions, realFieldArguments } from './real-field.js';

export interface RealFieldBackwardOptions extends RealFieldOptions {
  /** Of the shape of `output`, which holds what `realField` gave. */
  outputGradient: number;
  /** Of the shape of `input`; to be written. */
  inputGradient: number;
}

/**
 * The gradient of the input of `realField`. All lines of a window have the same gradient of their
 * words, so that those of the windows that a line lies in are summed before the line is gone through.
 *
 * @example
 * engine.call(...realFieldBackward({ ...windows, input, samples, scratch, output, outputGradient, inputGradient }));
 */
export function realFieldBackward(options: RealFieldBackwardOptions): KernelCall {
  const { input, scratch, output, outputGradient, inputGradient } = options;
  const shared = realFieldArguments(options);
  return ['realFieldBackward', input, ...shared, scratch, output, outputGradient, inputGradient];
}
