import { type Shape, sizeOf } from '@sig/heads';
import { type Inferred, type NodeCall, type ShapeRule, shaped } from './node-call.js';

/** `Conv` and its quantised kinds: the input, and the kernel [filters, channels / group, …size]. */
export function convolution(kernelAt: number): ShapeRule {
  return (call) => {
    const { shape } = call.input(0);
    const kernel = call.input(kernelAt).shape;
    const group = call.int('group', 1);
    checkKernel(call, shape, kernel);
    if (kernel[1] * group !== shape[1]) {
      throw call.mismatch(
        `takes ${kernel[1]} channels in each of ${group} groups, got ${shape[1]} channels`,
      );
    }
    if (kernel[0] % group !== 0) {
      throw call.mismatch(`has ${kernel[0]} filters, which ${group} groups cannot share`);
    }
    const size = kernel.slice(2);
    const output = [shape[0], kernel[0], ...windowCounts(call, shape.slice(2), size)];
    // Each number of the output is the sum over one filter.
    return { outputs: [{ shape: output }], macs: sizeOf(output) * sizeOf(kernel.slice(1)) };
  };
}

/** `ConvTranspose`: kernels are [channels, filters / group, …size]. */
export function transposedConvolution(call: NodeCall): Inferred {
  const { shape } = call.input(0);
  const kernel = call.input(1).shape;
  checkKernel(call, shape, kernel);
  if (kernel[0] !== shape[1]) {
    throw call.mismatch(`takes ${kernel[0]} channels, got ${shape[1]}`);
  }
  const [spatial, size] = [shape.slice(2), kernel.slice(2)];
  const count = spatial.length;
  const strides = call.list('strides', count, 1, 1);
  const dilations = call.list('dilations', count, 1, 1);
  const pads = call.list('pads', 2 * count, 0, 0);
  const more = call.list('output_padding', count, 0, 0);
  const wanted = call.ints('output_shape')?.slice(-count);
  const same = call.text('auto_pad', 'NOTSET').startsWith('SAME');
  const extents = spatial.map((extent, axis) => {
    if (wanted) return wanted[axis];
    if (same) return extent * strides[axis];
    const span = dilations[axis] * (size[axis] - 1) + 1;
    const padding = pads[axis] + pads[axis + count];
    return strides[axis] * (extent - 1) + more[axis] + span - padding;
  });
  const output = [shape[0], kernel[1] * call.int('group', 1), ...extents];
  // Each number of the input meets all of its channel's kernels.
  return { outputs: [{ shape: output }], macs: sizeOf(shape) * sizeOf(kernel.slice(1)) };
}

/** `MaxPool`, `AveragePool`, `LpPool`: windows of each channel. */
export function pool(call: NodeCall): Inferred | undefined {
  if (call.int('channels_last', 0) !== 0) return undefined;
  const { shape } = call.input(0);
  const spatial = shape.slice(2);
  if (spatial.length === 0) throw call.mismatch(`needs an image, got the shape [${shape}]`);
  const size = call.list('kernel_shape', spatial.length, 1, 1);
  const output = { shape: [...shape.slice(0, 2), ...windowCounts(call, spatial, size)] };
  return { outputs: [output, output] };
}

/** `GlobalAveragePool` and its like: one number a channel. */
export function globalPool(call: NodeCall): Inferred | undefined {
  if (call.int('channels_last', 0) !== 0) return undefined;
  return shaped(call.input(0).shape.map((extent, axis) => (axis < 2 ? extent : 1)));
}

function checkKernel(call: NodeCall, shape: Shape, kernel: Shape): void {
  if (shape.length >= 3 && kernel.length === shape.length) return;
  throw call.mismatch(
    `needs an image and a kernel with as many axes, at least 3, got [${shape}] and [${kernel}]`,
  );
}

/** Windows along each axis (the operators `Conv` and `MaxPool` of the standard). */
function windowCounts(call: NodeCall, spatial: Shape, size: Shape): number[] {
  const count = spatial.length;
  const strides = call.list('strides', count, 1, 1);
  const dilations = call.list('dilations', count, 1, 1);
  const pads = call.list('pads', 2 * count, 0, 0);
  const padding = call.text('auto_pad', 'NOTSET');
  const ceil = call.int('ceil_mode', 0) !== 0;
  return spatial.map((extent, axis) => {
    const stride = strides[axis];
    if (padding.startsWith('SAME')) return Math.ceil(extent / stride);
    const [before, after] = padding === 'VALID' ? [0, 0] : [pads[axis], pads[axis + count]];
    const room = extent + before + after - dilations[axis] * (size[axis] - 1) - 1;
    if (room < 0) {
      throw call.mismatch(
        `needs more than ${extent + before + after} numbers along axis ${axis + 2}`,
      );
    }
    const windows = (ceil ? Math.ceil(room / stride) : Math.floor(room / stride)) + 1;
    // A last window that begins behind the image is left out.
    return ceil && (windows - 1) * stride >= extent + before ? windows - 1 : windows;
  });
}
