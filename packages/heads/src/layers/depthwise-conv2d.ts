import {
  columnSum,
  depthwiseConv2d as convolve,
  depthwiseConv2dBackward,
  fill,
  gemm,
} from '@sig/kernels/linear';
import { type Layer, type LayerCall, type Shape, sizeOf } from './layer.js';
import { checkWindows, imageWindows, type WindowOptions, windowsOf } from './window-options.js';

export interface DepthwiseConv2dOptions extends WindowOptions {
  /** Add a number to each channel's output (false): what a folded batchNorm leaves. */
  bias?: boolean;
}

/**
 * Each channel of an image convolved with a filter of its own, from [height, width, channels] to
 * [windows down, windows across, channels].
 *
 * @throws RangeError when size, stride or padding is out of range.
 *
 * @example
 * depthwiseConv2d({ size: 3, padding: 1 });
 */
export function depthwiseConv2d(options: DepthwiseConv2dOptions = {}): Layer {
  const { size = 3, stride = 1, padding = 0, bias = false } = options;
  const windows = { size, stride, padding };
  checkWindows('depthwiseConv2d', windows);
  const outputShape = (shape: Shape): Shape => [
    ...windowsOf('depthwiseConv2d', windows, shape),
    shape[2],
  ];
  const rowsOf = ({ count, outputShape: [down, across, channels] }: LayerCall) =>
    [count * down * across, channels] as const;
  return {
    kind: 'depthwiseConv2d',
    options: bias ? { ...windows, bias } : windows,
    outputShape,
    parameters: ([, , channels]) => [
      {
        name: 'kernel',
        shape: [size, size, channels],
        initializer: { kind: 'glorot-uniform', fanIn: size * size, fanOut: size * size },
      },
      ...(bias
        ? [{ name: 'bias', shape: [channels], initializer: { kind: 'zeros' } } as const]
        : []),
    ],
    macs: (shape) => sizeOf(outputShape(shape)) * size * size,
    // A column of ones: the bias is a product with it.
    scratch: (shape, count) => (bias ? (count * sizeOf(outputShape(shape))) / shape[2] : 0),
    forward(program, call) {
      const { input, output, parameters, scratch } = call;
      const over = imageWindows(call, windows);
      program.push(convolve({ input, output, kernel: parameters[0], ...over }));
      if (!bias) return;
      const [rows, columns] = rowsOf(call);
      program.push(
        fill({ target: scratch, count: rows, value: 1 }),
        gemm({
          c: output,
          cStride: columns,
          a: scratch,
          aStride: 1,
          b: parameters[1],
          bStride: columns,
          rows,
          columns,
          inner: 1,
          accumulate: true,
        }),
      );
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
      if (!bias) return;
      const [rows, columns] = rowsOf(call);
      program.push(columnSum({ matrix: outputGradient, rows, columns, sums: gradients[1] }));
    },
  };
}
