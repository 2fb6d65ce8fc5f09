import type { Layer, Shape } from '@sig/heads';
import type { OnnxAttribute, OnnxValue } from '../../onnx/graph.js';
import type { GraphBuilder } from '../../onnx/graph-builder.js';
import type { PlacedLayer } from '../fold-layers.js';
import type { LayerWeight } from '../layer-weights.js';
import { transposeWeights } from '../transpose-weights.js';
import { type Activation, batchOf, channelsFirst, channelsLast } from './activation.js';
import { addAttention } from './attention-nodes.js';
import { addField } from './field-nodes.js';

/** What the nodes of a layer are made of. */
export interface LayerNodes extends PlacedLayer {
  readonly graph: GraphBuilder;
  readonly input: Activation;
}

/** How each kind of layer becomes nodes. */
export const layerNodes: Readonly<Record<string, (nodes: LayerNodes) => Activation>> = {
  avgPool2d: (nodes) => pool('AveragePool', nodes),
  batchNorm({ graph, layer, input, inputShape, weights }) {
    const value = channelsFirst(graph, input);
    const rows = ['gamma', 'beta', 'mean', 'variance'].map((name) => weight(graph, weights[name]));
    const epsilon = { float: Number(layer.options.epsilon) };
    return first(
      graph.node('BatchNormalization', [value, ...rows], value.shape, { epsilon }),
      inputShape,
    );
  },
  conv1d: convolution,
  conv2d: convolution,
  dense({ graph, layer, input, outputShape, weights }) {
    const parameters = [weight(graph, weights.kernel), weight(graph, weights.bias)];
    const product = graph.node('Gemm', [input.value, ...parameters], batchOf(outputShape));
    return last(activated(graph, layer, product));
  },
  depthwiseConv2d({ graph, layer, input, inputShape, outputShape, weights }) {
    const [, , channels] = inputShape;
    const { size } = windowsOf(layer);
    const kernel = reordered(graph, weights.kernel, [size, size, 1, channels], [3, 2, 0, 1]);
    const inputs = [channelsFirst(graph, input), kernel];
    if (weights.bias) inputs.push(weight(graph, weights.bias));
    const attributes = { ...windowAttributes(layer, 2), group: { int: channels } };
    return first(graph.node('Conv', inputs, firstShape(outputShape), attributes), outputShape);
  },
  dropout: ({ input }) => input,
  flatten: asShape,
  gelu({ graph, input }) {
    const { value } = input;
    const times = (a: OnnxValue, factor: number): OnnxValue =>
      graph.node('Mul', [a, graph.number(factor)], a.shape);
    const erf = graph.node('Erf', [times(value, Math.SQRT1_2)], value.shape);
    const share = graph.node('Add', [erf, graph.number(1)], value.shape);
    return { ...input, value: graph.node('Mul', [times(value, 0.5), share], value.shape) };
  },
  globalAvgPool2d({ graph, input, inputShape: [, , channels] }) {
    const value = channelsFirst(graph, input);
    const mean = graph.node('GlobalAveragePool', [value], [1, channels, 1, 1]);
    return last(graph.reshape(mean, [1, channels]));
  },
  layerNorm({ graph, layer, input, weights }) {
    const value = channelsLast(graph, input);
    const inputs = [value, weight(graph, weights.gamma), weight(graph, weights.beta)];
    const epsilon = { float: Number(layer.options.epsilon) };
    return last(graph.node('LayerNormalization', inputs, value.shape, { epsilon }));
  },
  maxPool1d: (nodes) => pool('MaxPool', nodes),
  maxPool2d: (nodes) => pool('MaxPool', nodes),
  multiHeadAttention: ({ graph, input, weights }) =>
    last(addAttention(graph, channelsLast(graph, input), weights)),
  relu: ({ graph, input }) => ({
    ...input,
    value: graph.node('Relu', [input.value], input.value.shape),
  }),
  reshape: asShape,
  sequencePool({ graph, input, inputShape: [length, channels], weights }) {
    const tokens = graph.reshape(channelsLast(graph, input), [length, channels]);
    const { kernel, bias } = weights;
    const inputs = [tokens, weight(graph, kernel), weight(graph, bias)];
    const ratings = graph.reshape(graph.node('Gemm', inputs, [length, 1]), [1, length]);
    const shares = graph.node('Softmax', [ratings], [1, length], { axis: { int: 1 } });
    return last(graph.node('MatMul', [shares, tokens], [1, channels]));
  },
  signatureField({ graph, layer, input, inputShape, outputShape }) {
    const { window, stride, direction, moments } = layer.options;
    const map = graph.reshape(channelsLast(graph, input), inputShape);
    const field = addField(
      graph,
      {
        window: Number(window),
        stride: Number(stride),
        direction: direction === 'rows' || direction === 'columns' ? direction : 'both',
        moments: Boolean(moments),
        ...{ depth: 2, time: false, bytes: false, varianceFloor: 1e-5 },
      },
      map,
    );
    return last(graph.reshape(field, batchOf(outputShape)));
  },
  softmax({ graph, input }) {
    const value = channelsLast(graph, input);
    return last(graph.node('Softmax', [value], value.shape, { axis: { int: -1 } }));
  },
  tanh: ({ graph, input }) => ({
    ...input,
    value: graph.node('Tanh', [input.value], input.value.shape),
  }),
};

function convolution(nodes: LayerNodes): Activation {
  const { graph, layer, input, inputShape, outputShape, weights } = nodes;
  const axes = inputShape.length - 1;
  // Kernels are […size, channels, filters] here and [filters, channels, …size] there.
  const { shape } = weights.kernel;
  const order = [axes + 1, axes, ...shape.slice(0, axes).map((_, axis) => axis)];
  const inputs = [channelsFirst(graph, input), reordered(graph, weights.kernel, shape, order)];
  if (weights.bias) inputs.push(weight(graph, weights.bias));
  const attributes = windowAttributes(layer, axes);
  const convolved = graph.node('Conv', inputs, firstShape(outputShape), attributes);
  return first(activated(graph, layer, convolved), outputShape);
}

function pool(operator: string, { graph, layer, input, outputShape }: LayerNodes): Activation {
  const { size } = windowsOf(layer);
  const attributes = windowAttributes(layer, outputShape.length - 1, size);
  const value = channelsFirst(graph, input);
  return first(graph.node(operator, [value], firstShape(outputShape), attributes), outputShape);
}

function asShape({ graph, input, outputShape }: LayerNodes): Activation {
  return last(graph.reshape(channelsLast(graph, input), batchOf(outputShape)));
}

function activated(graph: GraphBuilder, { options }: Layer, value: OnnxValue): OnnxValue {
  return options.activation === 'relu' ? graph.node('Relu', [value], value.shape) : value;
}

function windowsOf({ options }: Layer): { size: number; stride: number; padding: number } {
  const { size, stride = 1, padding = 0 } = options;
  return { size: Number(size), stride: Number(stride), padding: Number(padding) };
}

/** The windows of a layer along so many axes. */
function windowAttributes(
  layer: Layer,
  axes: number,
  stride = windowsOf(layer).stride,
): Record<string, OnnxAttribute> {
  const { size, padding } = windowsOf(layer);
  const along = (value: number, count = axes) => ({ ints: Array<number>(count).fill(value) });
  return { kernel_shape: along(size), strides: along(stride), pads: along(padding, 2 * axes) };
}

function weight(graph: GraphBuilder, { data, shape, name }: LayerWeight): OnnxValue {
  return graph.constant(data, shape, name);
}

function reordered(
  graph: GraphBuilder,
  { data, name }: LayerWeight,
  shape: Shape,
  order: readonly number[],
): OnnxValue {
  const newShape = order.map((axis) => shape[axis]);
  return graph.constant(transposeWeights(data, shape, order), newShape, name);
}

function last(value: OnnxValue): Activation {
  return { value, layout: 'channels-last' };
}

/** A value of so many axes; with one axis both layouts are the same. */
function first(value: OnnxValue, shape: Shape): Activation {
  return { value, layout: shape.length > 1 ? 'channels-first' : 'channels-last' };
}

function firstShape(shape: Shape): Shape {
  return [1, shape[shape.length - 1], ...shape.slice(0, -1)];
}
