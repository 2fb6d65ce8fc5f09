import type { KernelCall } from '@sig/kernels';
import {
  conv2dScratch,
  conv2d as convolve,
  imagePatches,
  imagePatchesBackward,
  reluBackward,
} from '@sig/kernels/linear';
import { checkCount, checkOneOf } from './check-options.js';
import { type Layer, type LayerCall, type Shape, sizeOf } from './layer.js';
import { type Projection, pushProjection, pushProjectionBackward } from './projection.js';
import { checkWindows, imageWindows, type WindowOptions, windowsOf } from './window-options.js';

export interface Conv2dOptions extends WindowOptions {
  /** 'relu' is computed inside the product; 'none' is the default. */
  activation?: 'relu' | 'none';
  /** Add a number to each filter's output (true); in front of a batchNorm it does nothing. */
  bias?: boolean;
}

// Reals of windows that are copied out at a time: they stay in a core's own cache.
const PATCH_REALS = 1 << 17;

/**
 * A convolution over an image, from [height, width, channels] to [windows down, windows across,
 * filters]: windows along an axis = floor((extent + 2 · padding - size) / stride) + 1.
 *
 * Backwards the windows of a few samples at a time are copied out as rows, and the rest is matrix
 * products. Of size 1 and stride 1 it is nothing but a product.
 *
 * @throws RangeError when filters, size, stride or padding is out of range.
 *
 * @example
 * conv2d(16, { size: 3, stride: 2, padding: 1, activation: 'relu' });
 */
export function conv2d(filters: number, options: Conv2dOptions = {}): Layer {
  const { size = 3, stride = 1, padding = 0, activation = 'none', bias = true } = options;
  const windows = { size, stride, padding };
  checkCount('conv2d', 'filters', filters);
  checkWindows('conv2d', windows);
  checkOneOf('conv2d', 'activation', activation, ['relu', 'none']);
  const relu = activation === 'relu';
  const direct = size === 1 && stride === 1;
  const outputShape = (shape: Shape): Shape => [...windowsOf('conv2d', windows, shape), filters];

  // Samples whose windows are copied out together.
  const groupOf = (shape: Shape, count: number): number => {
    if (direct) return count;
    const [down, across] = windowsOf('conv2d', windows, shape);
    const reals = down * across * size * size * shape[2];
    return Math.min(count, Math.max(1, Math.floor(PATCH_REALS / reals)));
  };

  // Calls back for each group, with the call of its samples alone and the product over them.
  const eachGroup = (
    call: LayerCall,
    visit: (part: LayerCall, projection: Projection, first: number) => void,
  ): void => {
    const group = groupOf(call.inputShape, call.count);
    const [down, across] = call.outputShape;
    for (let first = 0; first < call.count; first += group) {
      const count = Math.min(group, call.count - first);
      const offset = (shape: Shape): number => first * sizeOf(shape) * call.realBytes;
      const part = { ...call, count, input: call.input + offset(call.inputShape) };
      const [kernel, biases = 0] = call.parameters;
      visit(
        part,
        {
          from: direct ? part.input : call.scratch,
          to: call.output + offset(call.outputShape),
          kernel,
          bias: biases,
          relu,
          rows: count * down * across,
          inner: size * size * call.inputShape[2],
          columns: filters,
        },
        first,
      );
    }
  };
  const pushPatches = (program: KernelCall[], part: LayerCall): void => {
    if (direct) return;
    const { input, scratch } = part;
    program.push(imagePatches({ input, patches: scratch, ...imageWindows(part, windows) }));
  };

  return {
    kind: 'conv2d',
    options: { filters, size, stride, padding, activation, bias },
    outputShape,
    parameters: ([, , channels]) => [
      {
        name: 'kernel',
        shape: [size, size, channels, filters],
        initializer: {
          kind: 'glorot-uniform',
          fanIn: size * size * channels,
          fanOut: size * size * filters,
        },
      },
      ...(bias
        ? [{ name: 'bias', shape: [filters], initializer: { kind: 'zeros' } } as const]
        : []),
    ],
    macs: (shape) => sizeOf(outputShape(shape)) * size * size * shape[2],
    scratch: (shape, count) => {
      if (direct) return 0;
      const [down, across] = outputShape(shape);
      const [height, width, channels] = shape;
      return Math.max(
        groupOf(shape, count) * down * across * size * size * channels,
        conv2dScratch({ height, width, channels, size, padding, filters }),
      );
    },
    forward(program, call) {
      if (direct) {
        eachGroup(call, (_part, projection) => pushProjection(program, projection));
        return;
      }
      const [kernel, bias] = call.parameters;
      const { input, output, scratch } = call;
      const filtered = { input, kernel, bias, output, scratch, filters, relu };
      program.push(convolve({ ...filtered, ...imageWindows(call, windows) }));
    },
    backward(program, call) {
      const { output, outputGradient, inputGradient, gradients, scratch, realBytes } = call;
      const [kernelGradient, biasGradient = 0] = gradients;
      if (relu) {
        const inPlace = { output, outputGradient, inputGradient: outputGradient };
        program.push(reluBackward({ ...inPlace, width: call.count * sizeOf(call.outputShape) }));
      }
      eachGroup(call, (part, projection, first) => {
        const target = inputGradient + first * sizeOf(call.inputShape) * realBytes;
        pushPatches(program, part);
        pushProjectionBackward(program, projection, {
          upstream: outputGradient + first * sizeOf(call.outputShape) * realBytes,
          kernelGradient,
          biasGradient,
          // The gradients of the windows take the place of the windows.
          inputGradient: inputGradient === 0 ? 0 : direct ? target : scratch,
        });
        if (inputGradient === 0 || direct) return;
        program.push(
          imagePatchesBackward({
            patchGradients: scratch,
            inputGradient: target,
            ...imageWindows(part, windows),
          }),
        );
      });
    },
  };
}
