import { depthwiseConv2d, depthwiseConv2dBackward, fill } from '@sig/kernels/linear';
import { checkCount } from './check-options.js';
import type { Layer, LayerCall } from './layer.js';
import { imageWindows, windowsOf } from './window-options.js';

/**
 * The mean of each window of `size` × `size` pixels, side by side, from [height, width, channels] to
 * [floor(height / size), floor(width / size), channels].
 *
 * It is a depthwise convolution whose filters are all 1 / size².
 *
 * @throws RangeError when `size` is not a positive integer.
 */
export function avgPool2d(size: number): Layer {
  checkCount('avgPool2d', 'size', size);
  const windows = { size, stride: size, padding: 0 };
  // Scratch: the filters.
  const filters = ({ scratch, inputShape }: LayerCall) =>
    fill({ target: scratch, count: size * size * inputShape[2], value: 1 / size ** 2 });
  return {
    kind: 'avgPool2d',
    options: { size },
    outputShape: (shape) => [...windowsOf('avgPool2d', windows, shape), shape[2]],
    parameters: () => [],
    macs: () => 0,
    scratch: ([, , channels]) => size * size * channels,
    forward(program, call) {
      const { input, output, scratch } = call;
      const over = imageWindows(call, windows);
      program.push(filters(call), depthwiseConv2d({ input, output, kernel: scratch, ...over }));
    },
    backward(program, call) {
      const { input, outputGradient, inputGradient, scratch } = call;
      if (inputGradient === 0) return;
      const over = imageWindows(call, windows);
      const gradients = { outputGradient, inputGradient };
      program.push(depthwiseConv2dBackward({ input, kernel: scratch, ...gradients, ...over }));
    },
  };
}
