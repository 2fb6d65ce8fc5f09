import { batchedGemm, softmaxRows, softmaxRowsBackward } from '@sig/kernels/linear';
import { attentionMemory, attentionReals } from './attention-memory.js';
import { checkCount, checkSequence } from './check-options.js';
import type { Layer, LayerCall, Parameter } from './layer.js';
import { type Projection, pushProjection, pushProjectionBackward } from './projection.js';

export interface MultiHeadAttentionOptions {
  /** Length of a query, a key and a value in each head (the channels over the heads). */
  keySize?: number;
}

/**
 * Self-attention over the positions of [length, channels], the same shape again: in each head the
 * values are weighted by softmax(Q Kᵀ / √keySize), and a last projection joins the heads (Vaswani et
 * al. 2017, equations 1 and section 3.2.2). Projections have biases.
 *
 * @throws RangeError when `heads` or `keySize` is not a positive integer, or when `keySize` is left
 * out and the channels are no multiple of the heads.
 *
 * @example
 * multiHeadAttention(8, { keySize: 64 });
 */
export function multiHeadAttention(heads: number, options: MultiHeadAttentionOptions = {}): Layer {
  checkCount('multiHeadAttention', 'heads', heads);
  if (options.keySize !== undefined) checkCount('multiHeadAttention', 'keySize', options.keySize);
  const keySizeOf = (channels: number): number => options.keySize ?? channels / heads;

  const projectionsOf = (call: LayerCall): [Projection, Projection, Projection, Projection] => {
    const [length, channels] = call.inputShape;
    const keySize = keySizeOf(channels);
    const { query, key, value, context } = attentionMemory(call, heads, keySize);
    const rows = call.count * length;
    const [q, qBias, k, kBias, v, vBias, o, oBias] = call.parameters;
    const into = { from: call.input, rows, inner: channels, columns: heads * keySize };
    return [
      { ...into, to: query.at, kernel: q, bias: qBias },
      { ...into, to: key.at, kernel: k, bias: kBias },
      { ...into, to: value.at, kernel: v, bias: vBias },
      {
        from: context.at,
        to: call.output,
        kernel: o,
        bias: oBias,
        rows,
        inner: heads * keySize,
        columns: channels,
      },
    ];
  };

  return {
    kind: 'multiHeadAttention',
    options: options.keySize === undefined ? { heads } : { heads, keySize: options.keySize },
    outputShape(shape) {
      checkSequence('multiHeadAttention', shape);
      if (Number.isInteger(keySizeOf(shape[1]))) return shape;
      throw new RangeError(
        `multiHeadAttention of ${heads} heads needs channels that are a multiple of ${heads} or a keySize, got [${shape}]`,
      );
    },
    parameters: ([, channels]) => projectionParameters(channels, heads, keySizeOf(channels)),
    // Four projections, then the scores and the weighted values.
    macs: ([length, channels]) => {
      const columns = heads * keySizeOf(channels);
      return 4 * length * channels * columns + 2 * length * length * columns;
    },
    scratch: ([length, channels], count) =>
      attentionReals(length, count, heads, keySizeOf(channels)),
    forward(program, call) {
      const [length, channels] = call.inputShape;
      const keySize = keySizeOf(channels);
      const memory = attentionMemory(call, heads, keySize);
      const [query, key, value, joined] = projectionsOf(call);
      for (const projection of [query, key, value]) pushProjection(program, projection);
      const many = { samples: call.count, groups: heads };
      program.push(
        batchedGemm({
          ...many,
          c: memory.weights,
          a: memory.query,
          b: { ...memory.key, transpose: true },
          rows: length,
          columns: length,
          inner: keySize,
        }),
        softmaxRows({
          input: memory.weights.at,
          output: memory.weights.at,
          rows: call.count * heads * length,
          columns: length,
          scale: 1 / Math.sqrt(keySize),
        }),
        batchedGemm({
          ...many,
          c: memory.context,
          a: memory.weights,
          b: memory.value,
          rows: length,
          columns: keySize,
          inner: length,
        }),
      );
      pushProjection(program, joined);
    },
    backward(program, call) {
      const { gradients, inputGradient } = call;
      const [length, channels] = call.inputShape;
      const keySize = keySizeOf(channels);
      const memory = attentionMemory(call, heads, keySize);
      const [query, key, value, joined] = projectionsOf(call);
      const many = { samples: call.count, groups: heads };
      const square = { rows: length, columns: length, inner: keySize };
      const long = { rows: length, columns: keySize, inner: length };
      // What is needed no longer makes room: each gradient lies where the comment says.
      pushProjectionBackward(program, joined, {
        upstream: call.outputGradient,
        kernelGradient: gradients[6],
        biasGradient: gradients[7],
        inputGradient: memory.context.at,
      });
      const { context, weights, weightGradients } = memory;
      program.push(
        batchedGemm({
          ...many,
          ...square,
          c: weightGradients,
          a: context,
          b: { ...memory.value, transpose: true },
        }),
        // Of the values: in their own place.
        batchedGemm({
          ...many,
          ...long,
          c: memory.value,
          a: { ...weights, transpose: true },
          b: context,
        }),
        softmaxRowsBackward({
          output: weights.at,
          outputGradient: weightGradients.at,
          inputGradient: weightGradients.at,
          rows: call.count * heads * length,
          columns: length,
          scale: 1 / Math.sqrt(keySize),
        }),
        // Of the queries: where the context was.
        batchedGemm({ ...many, ...long, c: context, a: weightGradients, b: memory.key }),
        // Of the keys: in their own place.
        batchedGemm({
          ...many,
          ...long,
          c: memory.key,
          a: { ...weightGradients, transpose: true },
          b: memory.query,
        }),
      );
      const parts: readonly [Projection, upstream: number][] = [
        [query, context.at],
        [key, memory.key.at],
        [value, memory.value.at],
      ];
      for (const [index, [projection, upstream]] of parts.entries()) {
        pushProjectionBackward(program, projection, {
          upstream,
          kernelGradient: gradients[2 * index],
          biasGradient: gradients[2 * index + 1],
          inputGradient,
          accumulate: index > 0,
        });
      }
    },
  };
}

function projectionParameters(channels: number, heads: number, keySize: number): Parameter[] {
  const [fanIn, fanOut] = [channels, heads * keySize];
  const into = (name: string): Parameter[] => [
    {
      name,
      shape: [channels, heads, keySize],
      initializer: { kind: 'glorot-uniform', fanIn, fanOut },
    },
    { name: `${name}Bias`, shape: [heads, keySize], initializer: { kind: 'zeros' } },
  ];
  return [
    ...['query', 'key', 'value'].flatMap(into),
    {
      name: 'output',
      shape: [heads, keySize, channels],
      initializer: { kind: 'glorot-uniform', fanIn: fanOut, fanOut: fanIn },
    },
    { name: 'outputBias', shape: [channels], initializer: { kind: 'zeros' } },
  ];
}
