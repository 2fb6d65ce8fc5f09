import { type Shape, sizeOf } from '@sig/heads';
import type { Quantization } from '../../quantization/index.js';
import type { PlacedLayer } from '../fold-layers.js';
import type { LayerWeight } from '../layer-weights.js';
import { addAttention } from './attention-steps.js';
import type { CArgument, CBuffer, CProgram } from './c-program.js';
import { floatLiteral } from './literals.js';
import { addConvolution, addDepthwise, addProduct, windowsLiteral } from './product-steps.js';
import { addSignatureField } from './signature-field-steps.js';

/** A layer that becomes calls in a program. */
export interface LayerSteps extends PlacedLayer {
  readonly program: CProgram;
  readonly input: CBuffer;
  readonly quantization?: Quantization;
  /** `<name>: [input shape] to [output shape]`, for people. */
  readonly comment: string;
}

/** How each kind of layer becomes calls. It may leave its output in the place of its input. */
export const layerSteps: Readonly<Record<string, (steps: LayerSteps) => CBuffer>> = {
  avgPool2d: (steps) => pool2d('average_pool2d', steps),
  batchNorm(steps) {
    const { program, name, layer, inputShape, weights } = steps;
    const { gamma, beta, mean, variance } = weights;
    const epsilon = Number(layer.options.epsilon);
    const scale = gamma.data.map((value, at) => value / Math.sqrt(variance.data[at] + epsilon));
    const shift = beta.data.map((value, at) => value - mean.data[at] * scale[at]);
    const [rows, columns] = rowsOf(inputShape);
    const arrays = [
      program.array(`${name}.scale`, scale, `[${columns}]`),
      program.array(`${name}.shift`, shift, `[${columns}]`),
    ];
    return inPlace(steps, 'scale_and_shift', [rows, columns, ...arrays]);
  },
  conv1d: (steps) => addProduct(steps, { rows: steps.outputShape[0], stride: steps.inputShape[1] }),
  conv2d(steps) {
    const { size, stride, padding } = steps.layer.options;
    if (size !== 1 || stride !== 1 || padding !== 0) return addConvolution(steps);
    const [rows, channels] = rowsOf(steps.inputShape);
    return addProduct(steps, { rows, stride: channels });
  },
  dense: (steps) => addProduct(steps, { rows: 1, stride: sizeOf(steps.inputShape) }),
  depthwiseConv2d: addDepthwise,
  dropout: ({ input }) => input,
  flatten: ({ input }) => input,
  gelu: (steps) => inPlace(steps, 'gelu', [sizeOf(steps.inputShape)]),
  globalAvgPool2d({ program, input, inputShape, comment }) {
    const [rows, columns] = rowsOf(inputShape);
    const output = program.buffer(columns);
    program.call('weighted_sum', [input, 'NULL', rows, columns, output], comment);
    return output;
  },
  layerNorm(steps) {
    const { program, layer, inputShape, weights } = steps;
    const arrays = [weights.gamma, weights.beta].map((weight) => plainArray(program, weight));
    const epsilon = floatLiteral(Math.fround(Number(layer.options.epsilon)));
    return inPlace(steps, 'layer_norm', [...rowsOf(inputShape), ...arrays, epsilon]);
  },
  maxPool1d({ program, layer, input, outputShape: [count, channels], comment }) {
    const output = program.buffer(count * channels);
    const size = Number(layer.options.size);
    program.call('max_pool1d', [input, count, channels, size, output], comment);
    return output;
  },
  maxPool2d: (steps) => pool2d('max_pool2d', steps),
  multiHeadAttention: addAttention,
  relu: (steps) => inPlace(steps, 'rectify', [sizeOf(steps.inputShape)]),
  reshape: ({ input }) => input,
  sequencePool(steps) {
    const { program, input, inputShape } = steps;
    const [length, channels] = inputShape;
    const ratings = addProduct(steps, { rows: length, stride: channels });
    const output = program.buffer(channels);
    program.call('softmax', [ratings, 1, length]);
    program.call('weighted_sum', [input, ratings, length, channels, output]);
    return output;
  },
  signatureField: addSignatureField,
  softmax: (steps) => inPlace(steps, 'softmax', rowsOf(steps.inputShape)),
  tanh: (steps) => inPlace(steps, 'hyperbolic_tangent', [sizeOf(steps.inputShape)]),
};

function inPlace(
  { program, input, comment }: LayerSteps,
  name: string,
  args: readonly CArgument[],
): CBuffer {
  program.call(name, [input, ...args], comment);
  return input;
}

function pool2d(name: string, steps: LayerSteps): CBuffer {
  const { program, input, outputShape, comment } = steps;
  const output = program.buffer(sizeOf(outputShape));
  program.call(name, [input, windowsLiteral(steps), output], comment);
  return output;
}

/** A shape as a matrix whose columns are its last axis. */
function rowsOf(shape: Shape): [rows: number, columns: number] {
  const columns = shape[shape.length - 1];
  return [sizeOf(shape) / columns, columns];
}

function plainArray(program: CProgram, { name, data }: LayerWeight): string {
  return program.array(name, data, `[${data.length}]`);
}
