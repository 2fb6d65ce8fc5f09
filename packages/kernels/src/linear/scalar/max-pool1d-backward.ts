import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** Sends gradients to the first maximum of each window. */
export function maxPool1dBackward(memory: MemoryViews): KernelFunction {
  return (
    _workspace,
    input,
    output,
    outputGradient,
    inputGradient,
    samples,
    length,
    channels,
    size,
  ) => {
    const { reals, realShift } = memory;
    const windows = Math.floor(length / size);
    const target = inputGradient >>> realShift;
    const source = input >>> realShift;
    let at = output >>> realShift;
    let up = outputGradient >>> realShift;
    reals.fill(0, target, target + samples * length * channels);
    for (let sample = 0; sample < samples; sample++) {
      for (let window = 0; window < windows; window++) {
        const start = (sample * length + window * size) * channels;
        for (let c = 0; c < channels; c++, at++, up++) {
          for (let k = 0; k < size; k++) {
            const place = start + k * channels + c;
            if (reals[source + place] !== reals[at]) continue;
            reals[target + place] = reals[up];
            break;
          }
        }
      }
    }
  };
}
