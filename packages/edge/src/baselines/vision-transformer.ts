import { type Shape, sizeOf } from '@sig/heads';
import { seededRandom } from '@sig/image-paths';
import type { OnnxGraph, OnnxValue } from '../onnx/graph.js';
import { createGraphBuilder } from '../onnx/graph-builder.js';
import { checkInteger } from './check-integer.js';

export interface VisionTransformerOptions {
  /** Pixels along a side of the image (64), a multiple of the patch. */
  readonly size?: number;
  /** Pixels along a side of a patch (16). */
  readonly patch?: number;
  /** Width of a token, and length of a query, a key and a value in each head (64). */
  readonly width?: number;
  /** Transformer layers (8). */
  readonly layers?: number;
  /** Heads of each attention (4). */
  readonly heads?: number;
  /** 2. */
  readonly classes?: number;
  /** Of the weights (0). */
  readonly seed?: number;
}

/** Units of the two dense layers on all tokens together. */
const HEAD = [2048, 1024];

/**
 * A small vision transformer (Dosovitskiy et al. 2021, "An image is worth 16x16 words") as the example of
 * Keras builds it, with random weights, to count and to measure beside: patches of images
 * [1, 3, size, size] and their places become tokens; layers of attention and of a perceptron (widths 2·w
 * and w, GELU), each behind a layer normalisation and beside a residual; then, without a class token,
 * all tokens flattened into dense layers of 2,048 and 1,024 units and the classes.
 *
 * @throws RangeError when an option is out of range or the patches do not fill the image.
 *
 * @example
 * countOnnxCost(encodeOnnx(visionTransformer())).params; // 4915394
 */
export function visionTransformer(options: VisionTransformerOptions = {}): OnnxGraph {
  const { size = 64, patch = 16, width = 64, layers = 8, heads = 4 } = options;
  const { classes = 2, seed = 0 } = options;
  checkInteger('visionTransformer: size', size, 1, 1024);
  checkInteger('visionTransformer: patch', patch, 1, size);
  for (const [name, value] of Object.entries({ width, layers, heads })) {
    checkInteger(`visionTransformer: ${name}`, value, 1, 4096);
  }
  checkInteger('visionTransformer: classes', classes, 1, 100_000);
  if (size % patch !== 0) {
    throw new RangeError(
      `visionTransformer: size must be a multiple of the patch, ${patch}, got ${size}`,
    );
  }
  const image: OnnxValue = { name: 'image', element: 'float32', shape: [1, 3, size, size] };
  const graph = createGraphBuilder(`vit-${patch}-${size}`, image);
  const random = seededRandom(seed);
  const side = size / patch;
  const length = side * side;

  const kernel = (shape: Shape): OnnxValue => {
    // Uniform (Glorot and Bengio 2010).
    const bound = Math.sqrt(6 / (shape[0] + sizeOf(shape) / shape[0]));
    return graph.constant(
      new Float32Array(sizeOf(shape)).map(() => bound * (2 * random() - 1)),
      shape,
    );
  };
  const row = (value: number, count: number): OnnxValue =>
    graph.constant(new Float32Array(count).fill(value), [count]);
  const dense = (value: OnnxValue, units: number): OnnxValue => {
    const [rows, inner] = value.shape;
    return graph.node('Gemm', [value, kernel([inner, units]), row(0, units)], [rows, units]);
  };
  const add = (a: OnnxValue, b: OnnxValue): OnnxValue => graph.node('Add', [a, b], a.shape);
  const times = (value: OnnxValue, factor: number): OnnxValue =>
    graph.node('Mul', [value, graph.number(factor)], value.shape);
  const normalise = (value: OnnxValue): OnnxValue =>
    graph.node('LayerNormalization', [value, row(1, width), row(0, width)], value.shape, {
      axis: { int: -1 },
    });
  // x · Φ(x), by the error function.
  const gelu = (value: OnnxValue): OnnxValue => {
    const error = graph.node('Erf', [times(value, Math.SQRT1_2)], value.shape);
    const share = graph.node('Add', [error, graph.number(1)], value.shape);
    return times(graph.node('Mul', [value, share], value.shape), 0.5);
  };
  const attention = (tokens: OnnxValue): OnnxValue => {
    const split = (order: readonly number[]): OnnxValue =>
      graph.transpose(graph.reshape(dense(tokens, heads * width), [length, heads, width]), order);
    const [query, key, value] = [split([1, 0, 2]), split([1, 2, 0]), split([1, 0, 2])];
    const scores = graph.node('MatMul', [query, key], [heads, length, length]);
    const scaled = times(scores, 1 / Math.sqrt(width));
    const shares = graph.node('Softmax', [scaled], scores.shape, { axis: { int: -1 } });
    const context = graph.node('MatMul', [shares, value], [heads, length, width]);
    const joined = graph.reshape(graph.transpose(context, [1, 0, 2]), [length, heads * width]);
    return dense(joined, width);
  };

  const cells = graph.reshape(image, [3, side, patch, side, patch]);
  const patches = graph.transpose(cells, [1, 3, 2, 4, 0]);
  const pixels = graph.reshape(patches, [length, patch * patch * 3]);
  let tokens = add(dense(pixels, width), kernel([length, width]));
  for (let layer = 0; layer < layers; layer++) {
    tokens = add(attention(normalise(tokens)), tokens);
    const wide = gelu(dense(normalise(tokens), 2 * width));
    tokens = add(gelu(dense(wide, width)), tokens);
  }
  let value = graph.reshape(normalise(tokens), [1, length * width]);
  for (const units of HEAD) value = gelu(dense(value, units));
  const logits = dense(value, classes);
  const softmax = graph.node('Softmax', [logits], logits.shape, { axis: { int: -1 } });
  return graph.finish(softmax, 'probabilities');
}
