import { type Shape, sizeOf } from '@sig/heads';
import { seededRandom } from '@sig/image-paths';
import type { OnnxGraph, OnnxValue } from '../onnx/graph.js';
import { createGraphBuilder } from '../onnx/graph-builder.js';

export interface ConvolutionOptions {
  readonly filters: number;
  /** Pixels along a side of a window (1). */
  readonly size?: number;
  /** Pixels from one window to the next (1). */
  readonly stride?: number;
  /** Each channel for itself (false). */
  readonly depthwise?: boolean;
  /** A number for each filter that is added (false). */
  readonly bias?: boolean;
  /** A batch normalisation behind it (true). */
  readonly normalised?: boolean;
}

/** Convolutional networks on images [1, 3, size, size] as graphs with random weights. */
export interface NetworkBuilder {
  readonly image: OnnxValue;
  /** A convolution padded by half of its size and, unless told otherwise, a batch normalisation. */
  convolve(value: OnnxValue, options: ConvolutionOptions): OnnxValue;
  relu(value: OnnxValue): OnnxValue;
  /** min(max(x, 0), 6) */
  relu6(value: OnnxValue): OnnxValue;
  add(a: OnnxValue, b: OnnxValue): OnnxValue;
  /** Maxima of windows at stride 2: 3×3 and padded by 1, or 2×2. */
  maxPool(value: OnnxValue, size?: 2 | 3): OnnxValue;
  /** The mean over the image, a dense layer and a softmax; for no classes the mean alone. */
  classify(value: OnnxValue, classes: number): OnnxGraph;
}

/** Starts a network; the same seed gives the same weights. */
export function createNetworkBuilder(name: string, size: number, seed: number): NetworkBuilder {
  const image: OnnxValue = { name: 'image', element: 'float32', shape: [1, 3, size, size] };
  const graph = createGraphBuilder(name, image);
  const random = seededRandom(seed);
  let layers = 0;

  // Uniform with variance 2 / fan-in (He et al. 2015), so that values keep their size.
  const kernel = (shape: Shape, layer: string): OnnxValue => {
    const bound = Math.sqrt(6 / (sizeOf(shape) / shape[0]));
    const data = new Float32Array(sizeOf(shape)).map(() => bound * (2 * random() - 1));
    return graph.constant(data, shape, `${layer}.kernel`);
  };
  const row = (value: number, count: number, rowName: string): OnnxValue =>
    graph.constant(new Float32Array(count).fill(value), [count], rowName);
  const normalise = (value: OnnxValue, layer: string): OnnxValue => {
    const channels = value.shape[1];
    const rows = [
      row(1, channels, `${layer}.gamma`),
      row(0, channels, `${layer}.beta`),
      row(0, channels, `${layer}.mean`),
      row(1, channels, `${layer}.variance`),
    ];
    return graph.node('BatchNormalization', [value, ...rows], value.shape);
  };

  return {
    image,
    convolve(value, options) {
      const { filters, size: side = 1, stride = 1, depthwise = false } = options;
      const { bias = false, normalised = true } = options;
      const [, channels, height, width] = value.shape;
      const layer = `layer${layers++}`;
      const half = Math.floor(side / 2);
      const windows = (extent: number) => Math.floor((extent + 2 * half - side) / stride) + 1;
      const weights = kernel([filters, depthwise ? 1 : channels, side, side], layer);
      const convolved = graph.node(
        'Conv',
        bias ? [value, weights, row(0, filters, `${layer}.bias`)] : [value, weights],
        [1, filters, windows(height), windows(width)],
        {
          kernel_shape: { ints: [side, side] },
          strides: { ints: [stride, stride] },
          pads: { ints: [half, half, half, half] },
          group: { int: depthwise ? channels : 1 },
        },
      );
      return normalised ? normalise(convolved, layer) : convolved;
    },
    relu: (value) => graph.node('Relu', [value], value.shape),
    relu6: (value) => graph.node('Clip', [value, graph.number(0), graph.number(6)], value.shape),
    add: (a, b) => graph.node('Add', [a, b], a.shape),
    maxPool(value, side = 3) {
      const [, channels, height, width] = value.shape;
      const pad = side - 2;
      const windows = (extent: number) => Math.floor((extent + 2 * pad - side) / 2) + 1;
      return graph.node('MaxPool', [value], [1, channels, windows(height), windows(width)], {
        kernel_shape: { ints: [side, side] },
        strides: { ints: [2, 2] },
        pads: { ints: [pad, pad, pad, pad] },
      });
    },
    classify(value, classes) {
      const channels = value.shape[1];
      const mean = graph.node('GlobalAveragePool', [value], [1, channels, 1, 1]);
      const means = graph.reshape(mean, [1, channels]);
      if (classes === 0) return graph.finish(means, 'means');
      const logits = graph.node(
        'Gemm',
        [means, kernel([classes, channels], 'classifier'), row(0, classes, 'classifier.bias')],
        [1, classes],
        { transB: { int: 1 } },
      );
      const softmax = graph.node('Softmax', [logits], [1, classes], { axis: { int: -1 } });
      return graph.finish(softmax, 'probabilities');
    },
  };
}
