import { maxPool1d, maxPool1dBackward } from '@sig/kernels/linear';
import { checkCount } from './check-options.js';
import type { Layer, LayerCall } from './layer.js';
import { windowsOf } from './window-options.js';

/**
 * The maximum of each window of `size` × `size` pixels, side by side, from [height, width, channels]
 * to [floor(height / size), floor(width / size), channels]. The first of equal maxima, row by row,
 * gets the gradient.
 *
 * It is the maximum along the rows, then that along the columns.
 *
 * @throws RangeError when `size` is not a positive integer.
 */
export function maxPool2d(size: number): Layer {
  checkCount('maxPool2d', 'size', size);
  const windows = { size, stride: size, padding: 0 };

  // Scratch: the maxima along the rows, [count, height, windows across, channels], and their gradient.
  const passes = ({ count, inputShape, outputShape }: LayerCall) => {
    const [height, width, channels] = inputShape;
    const row = outputShape[1] * channels;
    return {
      across: { samples: count * height, length: width, channels, size },
      down: { samples: count, length: height, channels: row, size },
      reals: count * height * row,
    };
  };

  return {
    kind: 'maxPool2d',
    options: { size },
    outputShape: (shape) => [...windowsOf('maxPool2d', windows, shape), shape[2]],
    parameters: () => [],
    macs: () => 0,
    scratch: ([height, width, channels], count) =>
      2 * count * height * Math.floor(width / size) * channels,
    forward(program, call) {
      const { input, output, scratch } = call;
      const { across, down } = passes(call);
      program.push(
        maxPool1d({ input, output: scratch, ...across }),
        maxPool1d({ input: scratch, output, ...down }),
      );
    },
    backward(program, call) {
      const { input, output, outputGradient, inputGradient, scratch, realBytes } = call;
      if (inputGradient === 0) return;
      const { across, down, reals } = passes(call);
      const between = scratch + reals * realBytes;
      program.push(
        maxPool1dBackward({
          input: scratch,
          output,
          outputGradient,
          inputGradient: between,
          ...down,
        }),
        maxPool1dBackward({
          input,
          output: scratch,
          outputGradient: between,
          inputGradient,
          ...across,
        }),
      );
    },
  };
}
