import { type Layer, type LayerCall, type LayerOptions, type Shape, sizeOf } from '@sig/heads';
import { type ImageWindows, imagePatches } from '@sig/kernels/linear';
import { type IntegerProduct, integerModule, integerProduct } from './integer-product.js';
import type { ActivationQuantization } from './quantization.js';

/**
 * A product layer that computes in integers. Its parameters are the integers of the kernel, the
 * kernel's scales (`kernel.scale`) and the bias; it cannot be trained.
 */
export function integerLayer(layer: Layer, activation: ActivationQuantization): Layer {
  const { kind, options } = layer;
  const depthwise = kind === 'depthwiseConv2d';
  const onImages = depthwise || kind === 'conv2d';
  const kernelOf = (shape: Shape): Shape => layer.parameters(shape)[0].shape;
  // Reals of all windows of an image, copied out.
  const windowReals = (shape: Shape): number =>
    sizeOf(layer.outputShape(shape).slice(0, 2)) * Number(options.size) ** 2 * shape[2];
  return {
    kind,
    options,
    modules: [integerModule],
    outputShape: (shape) => layer.outputShape(shape),
    parameters(shape) {
      const [kernel, ...others] = layer.parameters(shape);
      const scale = { name: 'kernel.scale', shape: kernel.shape.slice(-1) };
      return [kernel, { ...scale, initializer: { kind: 'ones' } }, ...others];
    },
    macs: (shape) => layer.macs(shape),
    scratch: (shape, count) => (onImages ? count * windowReals(shape) : 0),
    forward(program, call) {
      const [kernel, kernelScale, bias = 0] = call.parameters;
      const shape = kernelOf(call.inputShape);
      const columns = shape[shape.length - 1];
      if (onImages) {
        const windows = windowsOf(call, options);
        program.push(imagePatches({ input: call.input, patches: call.scratch, ...windows }));
      }
      program.push(
        integerProduct({
          ...(onImages ? rowsOfWindows(call, windowReals(call.inputShape)) : rowsOf(call)),
          samples: call.count,
          inner: sizeOf(shape) / columns,
          columns,
          depthwise,
          activation,
          kernel,
          kernelScale,
          bias,
          relu: options.activation === 'relu',
          output: call.output,
        }),
      );
    },
    backward() {
      throw new RangeError(`${kind} in int8 cannot be trained; train the model in float32`);
    },
  };
}

type Rows = Pick<IntegerProduct, 'input' | 'sampleStride' | 'rows' | 'rowStride'>;

/** Of dense, one row a sample; of conv1d, rows that overlap, each one position further. */
function rowsOf({ input, inputShape, outputShape }: LayerCall): Rows {
  const rowStride = inputShape[inputShape.length - 1];
  const rows = outputShape.length === 2 ? outputShape[0] : 1;
  return { input, sampleStride: sizeOf(inputShape), rows, rowStride };
}

/** Of images, one row a window, as they were copied out. */
function rowsOfWindows({ scratch, outputShape: [down, across] }: LayerCall, reals: number): Rows {
  const rows = down * across;
  return { input: scratch, sampleStride: reals, rows, rowStride: reals / rows };
}

function windowsOf(
  { count, inputShape: [height, width, channels] }: LayerCall,
  options: LayerOptions,
): ImageWindows {
  const [size, stride, padding] = ['size', 'stride', 'padding'].map((name) =>
    Number(options[name]),
  );
  return { samples: count, height, width, channels, size, stride, padding };
}
