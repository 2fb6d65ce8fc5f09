import { sizeOf } from '@sig/heads';
import type { OnnxValue } from '../../onnx/graph.js';
import type { GraphBuilder } from '../../onnx/graph-builder.js';
import type { LayerWeight, LayerWeights } from '../layer-weights.js';

/**
 * Self-attention over tokens [1, length, channels] (Vaswani et al. 2017, section 3.2), as the layer
 * `multiHeadAttention` computes it.
 */
export function addAttention(
  graph: GraphBuilder,
  tokens: OnnxValue,
  weights: LayerWeights,
): OnnxValue {
  const [, length, channels] = tokens.shape;
  const [, heads, keySize] = weights.query.shape;
  const rows = graph.reshape(tokens, [length, channels]);

  const project = (from: OnnxValue, kernel: LayerWeight, bias: LayerWeight): OnnxValue => {
    const [, inner] = from.shape;
    const columns = sizeOf(kernel.shape) / inner;
    const parameters = [
      graph.constant(kernel.data, [inner, columns], kernel.name),
      graph.constant(bias.data, [columns], bias.name),
    ];
    return graph.node('Gemm', [from, ...parameters], [length, columns]);
  };
  const split = (name: string, order: readonly number[]): OnnxValue => {
    const projected = project(rows, weights[name], weights[`${name}Bias`]);
    return graph.transpose(graph.reshape(projected, [length, heads, keySize]), order);
  };

  const query = split('query', [1, 0, 2]);
  const key = split('key', [1, 2, 0]);
  const value = split('value', [1, 0, 2]);
  const scores = graph.node('MatMul', [query, key], [heads, length, length]);
  const scale = graph.number(1 / Math.sqrt(keySize));
  const scaled = graph.node('Mul', [scores, scale], scores.shape);
  const shares = graph.node('Softmax', [scaled], scores.shape, { axis: { int: -1 } });
  const context = graph.node('MatMul', [shares, value], [heads, length, keySize]);
  const joined = graph.reshape(graph.transpose(context, [1, 0, 2]), [length, heads * keySize]);
  return graph.reshape(project(joined, weights.output, weights.outputBias), tokens.shape);
}
