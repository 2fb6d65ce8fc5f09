import { depthwiseConv2d as convolve, depthwiseConv2dBackward } from '@sig/kernels/linear';
import { type Layer, type Shape, sizeOf } from './layer.js';
import { checkWindows, imageWindows, type WindowOptions, windowsOf } from './window-options.js';

export type DepthwiseConv2dOptions = WindowOptions;

/**
 * Each channel of an image convolved with a filter of its own, without bias, from [height, width,
 * channels] to [windows down, windows across, channels].
 *
 * @throws RangeError when size, stride or padding is out of range.
 *
 * @example
 * depthwiseConv2d({ size: 3, padding: 1 });
 */
export function depthwiseConv2d(options: DepthwiseConv2dOptions = {}): Layer {
  const { size = 3, stride = 1, padding = 0 } = options;
  const windows = { size, stride, padding };
  checkWindows('depthwiseConv2d', windows);
  const outputShape = (shape: Shape): Shape => [
    ...windowsOf('depthwiseConv2d', windows, shape),
    shape[2],
  ];
  return {
    kind: 'depthwiseConv2d',
    options: windows,
    outputShape,
    parameters: ([, , channels]) => [
      {
        name: 'kernel',
        shape: [size, size, channels],
        initializer: { kind: 'glorot-uniform', fanIn: size * size, fanOut: size * size },
      },
    ],
    macs: (shape) => sizeOf(outputShape(shape)) * size * size,
    forward(program, call) {
      const { input, output, parameters } = call;
      const over = imageWindows(call, windows);
      program.push(convolve({ input, output, kernel: parameters[0], ...over }));
    },
    backward(program, call) {
      const { input, outputGradient, inputGradient, parameters, gradients } = call;
      program.push(
        depthwiseConv2dBackward({
          input,
          kernel: parameters[0],
          outputGradient,
          inputGradient,
          kernelGradient: gradients[0],
          ...imageWindows(call, windows),
        }),
      );
    },
  };
}
