import { sizeOf } from '@sig/heads';
import type { OnnxValue } from '../../onnx/graph.js';
import type { GraphBuilder } from '../../onnx/graph-builder.js';

/**
 * The truncated signatures of piecewise linear paths, from increments [paths, steps, channels] to
 * words [paths, d + … + d^depth].
 *
 * By Chen's identity a step Δ adds to level k of a signature
 * ((…(Δ/k + S¹) ⊗ Δ/(k−1) + S²) … ⊗ Δ/2 + S^(k−1)) ⊗ Δ, with the levels S¹ … S^(k−1) before the step:
 * Horner's scheme of Σ_j S^(k−j) ⊗ Δ^⊗j / j! (Kidger and Lyons 2021, "Signatory", section 4.1). So
 * the levels before every step are exclusive cumulative sums, and level k is one sum over the steps.
 */
export function addSignature(graph: GraphBuilder, increments: OnnxValue, depth: number): OnnxValue {
  const [paths, steps, channels] = increments.shape;
  const row = graph.reshape(increments, [paths, steps, 1, channels]);
  // Level by level, [paths, steps, words], as they are before each step.
  const before: OnnxValue[] = [];
  const levels: OnnxValue[] = [];
  for (let level = 1; level <= depth; level++) {
    const scaled = (value: OnnxValue, divisor: number): OnnxValue =>
      divisor === 1 ? value : graph.node('Mul', [value, graph.number(1 / divisor)], value.shape);
    const sum = (a: OnnxValue, b: OnnxValue): OnnxValue => graph.node('Add', [a, b], a.shape);

    // All factors but the last one.
    let product: OnnxValue | undefined;
    for (let factor = 1; factor < level; factor++) {
      const divisor = level - factor + 1;
      product = product
        ? outerProduct(graph, product, scaled(row, divisor))
        : scaled(increments, divisor);
      product = sum(product, before[factor - 1]);
    }
    const total = product
      ? sumOfProducts(graph, product, increments)
      : graph.node('ReduceSum', [increments, graph.integers([1])], [paths, channels], {
          keepdims: { int: 0 },
        });
    levels.push(graph.reshape(total, [paths, sizeOf(total.shape) / paths]));
    if (level === depth) break;
    const added = product ? outerProduct(graph, product, row) : increments;
    before.push(
      graph.node('CumSum', [added, graph.integers([1])], added.shape, { exclusive: { int: 1 } }),
    );
  }
  const words = levels.reduce((count, { shape }) => count + shape[1], 0);
  return graph.node('Concat', levels, [paths, words], { axis: { int: 1 } });
}

/** Words [paths, steps, m] times row [paths, steps, 1, d] as [paths, steps, m · d]. */
function outerProduct(graph: GraphBuilder, words: OnnxValue, row: OnnxValue): OnnxValue {
  const [paths, steps, count] = words.shape;
  const channels = row.shape[3];
  const column = graph.reshape(words, [paths, steps, count, 1]);
  const product = graph.node('Mul', [column, row], [paths, steps, count, channels]);
  return graph.reshape(product, [paths, steps, count * channels]);
}

/** The sum over the steps of words [paths, steps, m] ⊗ increments [paths, steps, d]: [paths, m, d]. */
function sumOfProducts(graph: GraphBuilder, words: OnnxValue, increments: OnnxValue): OnnxValue {
  const [paths, , count] = words.shape;
  const columns = graph.transpose(words, [0, 2, 1]);
  return graph.node('MatMul', [columns, increments], [paths, count, increments.shape[2]]);
}
