import { maxPool1dBackward, maxPool1d as pool } from '@sig/kernels/linear';
import { checkCount, checkSequence } from './check-options.js';
import type { Layer } from './layer.js';

/**
 * The maximum of each window of `size` positions, from [length, channels] to
 * [floor(length / size), channels]. The first of equal maxima gets the gradient.
 *
 * @throws RangeError when `size` is not a positive integer.
 */
export function maxPool1d(size: number): Layer {
  checkCount('maxPool1d', 'size', size);
  return {
    kind: 'maxPool1d',
    options: { size },
    outputShape(shape) {
      checkSequence('maxPool1d', shape);
      const [length, channels] = shape;
      if (length < size) {
        throw new RangeError(
          `maxPool1d of size ${size} needs a length of at least ${size}, got [${shape}]`,
        );
      }
      return [Math.floor(length / size), channels];
    },
    parameters: () => [],
    macs: () => 0,
    forward(program, { input, output, count, inputShape: [length, channels] }) {
      program.push(pool({ input, output, samples: count, length, channels, size }));
    },
    backward(program, call) {
      const { input, output, outputGradient, inputGradient, count } = call;
      const [length, channels] = call.inputShape;
      if (inputGradient === 0) return;
      program.push(
        maxPool1dBackward({
          input,
          output,
          outputGradient,
          inputGradient,
          samples: count,
          length,
          channels,
          size,
        }),
      );
    },
  };
}
