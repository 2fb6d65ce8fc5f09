import { sizeOf } from '@sig/heads';
import type { LayerWeight } from '../layer-weights.js';
import { transposeWeights } from '../transpose-weights.js';
import type { CArgument, CBuffer } from './c-program.js';
import type { LayerSteps } from './layer-steps.js';
import { floatLiteral } from './literals.js';

/** What a product is of, where it is not the layer's own input, `kernel` and `bias`. */
export interface ProductOptions {
  readonly input?: CBuffer;
  readonly kernel?: LayerWeight;
  readonly bias?: LayerWeight;
}

/** Rows of the input, so many numbers apart; they may overlap. */
export interface ProductRows {
  readonly rows: number;
  readonly stride: number;
}

/** Adds activation(rows · kernel + bias). */
export function addProduct(
  steps: LayerSteps,
  { rows, stride }: ProductRows,
  options: ProductOptions = {},
): CBuffer {
  const { program, layer, weights, comment } = steps;
  const { input = steps.input, kernel = weights.kernel, bias = weights.bias } = options;
  const { inner, columns } = matrixOf(steps, kernel);
  const output = program.buffer(rows * columns);
  const { suffix, values } = addInput(steps, input, kernel, (rows - 1) * stride + inner);
  program.call(
    `product${suffix}`,
    [
      ...values,
      ...[rows, stride, inner, columns],
      ...kernelArrays(steps, kernel, true),
      biasArray(steps, bias),
      layer.options.activation === 'relu',
      output,
    ],
    comment,
  );
  return output;
}

/** Adds a convolution over an image, window by window. */
export function addConvolution(steps: LayerSteps): CBuffer {
  const { program, layer, input, inputShape, outputShape, weights, comment } = steps;
  const { inner, columns } = matrixOf(steps, weights.kernel);
  const output = program.buffer(sizeOf(outputShape));
  const { suffix, values } = addInput(steps, input, weights.kernel, sizeOf(inputShape));
  const window = program.buffer(inner, suffix === '_int8' ? 'int8_t' : 'float');
  program.call(
    `conv2d${suffix}`,
    [
      ...values,
      windowsLiteral(steps),
      columns,
      ...kernelArrays(steps, weights.kernel, true),
      biasArray(steps, weights.bias),
      layer.options.activation === 'relu',
      window,
      output,
    ],
    comment,
  );
  return output;
}

/** Adds a convolution of each channel with a filter of its own. */
export function addDepthwise(steps: LayerSteps): CBuffer {
  const { program, input, inputShape, outputShape, weights, comment } = steps;
  const output = program.buffer(sizeOf(outputShape));
  const { suffix, values } = addInput(steps, input, weights.kernel, sizeOf(inputShape));
  const kernel = kernelArrays(steps, weights.kernel, false);
  const bias = biasArray(steps, weights.bias);
  const args = [...values, windowsLiteral(steps), ...kernel, bias, output];
  program.call(`depthwise${suffix}`, args, comment);
  return output;
}

/** The windows of a layer over its input as a C literal. */
export function windowsLiteral({ layer, inputShape, outputShape }: LayerSteps): string {
  const { size, stride = layer.kind.endsWith('Pool2d') ? size : 1, padding = 0 } = layer.options;
  const fields = [...inputShape, size, stride, padding, ...outputShape.slice(0, 2)];
  return `&(struct windows){${fields.join(', ')}}`;
}

/** Numbers that go into each output of a kernel, and outputs. */
function matrixOf({ quantization }: LayerSteps, { name, shape }: LayerWeight) {
  // The outputs are the last axis, but for queries, keys and values those of all heads.
  const heads = /\.(query|key|value)$/.test(name);
  const columns = sizeOf(shape.slice(heads ? -2 : -1));
  return {
    columns: quantization?.kernels[name]?.scale.length ?? columns,
    inner: sizeOf(shape) / columns,
  };
}

/** What the functions of a product are called and the input that they take; in int8 it is made first. */
function addInput(
  { program, name, quantization }: LayerSteps,
  input: CBuffer,
  kernel: LayerWeight,
  count: number,
): { suffix: string; values: readonly CArgument[] } {
  if (!Object.hasOwn(quantization?.kernels ?? {}, kernel.name))
    return { suffix: '', values: [input] };
  const activation = quantization?.activations?.[name];
  if (activation === undefined) return { suffix: '_int8_weights', values: [input] };
  const scale = floatLiteral(activation.scale);
  const { zeroPoint } = activation;
  const integers = program.buffer(count, 'int8_t');
  program.call('quantize', [input, count, scale, zeroPoint, integers]);
  return { suffix: '_int8', values: [integers, scale, zeroPoint] };
}

/** The arrays of a kernel, and of its scales where it is in int8. */
function kernelArrays(steps: LayerSteps, kernel: LayerWeight, outputsFirst: boolean): string[] {
  const { program, quantization } = steps;
  const { name, shape } = kernel;
  const { inner, columns } = matrixOf(steps, kernel);
  const quantized = quantization?.kernels[name];
  const turn = <A extends Float32Array | Int8Array>(data: A): A =>
    outputsFirst ? transposeWeights(data, [inner, columns], [1, 0]) : data;
  const layout = outputsFirst ? `[${columns}, ${inner}]` : `[${shape.join(', ')}]`;
  if (quantized === undefined) return [program.array(name, turn(kernel.data), layout)];
  return [
    program.array(name, turn(quantized.data), layout),
    program.array(`${name}.scale`, quantized.scale, `[${columns}]`),
  ];
}

function biasArray({ program }: LayerSteps, bias: LayerWeight | undefined): string {
  return bias === undefined ? 'NULL' : program.array(bias.name, bias.data, `[${bias.data.length}]`);
}
