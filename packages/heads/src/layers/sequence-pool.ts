import {
  batchedGemm,
  columnSum,
  gemm,
  softmaxRows,
  softmaxRowsBackward,
} from '@sig/kernels/linear';
import { checkSequence } from './check-options.js';
import type { Layer, LayerCall } from './layer.js';

/**
 * A learned mean over the positions, from [length, channels] to [channels]: a dense layer of one
 * unit rates each position, and the softmax of the ratings weighs them (Hassani et al. 2021,
 * "Escaping the big data paradigm with compact transformers", section 3.2).
 */
export function sequencePool(): Layer {
  // Scratch: the weights of the positions, then the gradients of their ratings.
  const partsAt = ({ scratch, count, realBytes, inputShape: [length] }: LayerCall) => ({
    weights: scratch,
    slopes: scratch + count * length * realBytes,
  });
  return {
    kind: 'sequencePool',
    options: {},
    outputShape(shape) {
      checkSequence('sequencePool', shape);
      return [shape[1]];
    },
    parameters: ([, channels]) => [
      {
        name: 'kernel',
        shape: [channels, 1],
        initializer: { kind: 'glorot-uniform', fanIn: channels, fanOut: 1 },
      },
      { name: 'bias', shape: [1], initializer: { kind: 'zeros' } },
    ],
    // Once for the ratings, once for the mean.
    macs: ([length, channels]) => 2 * length * channels,
    scratch: ([length], count) => 2 * count * length,
    forward(program, call) {
      const { count, input, output, parameters } = call;
      const [length, channels] = call.inputShape;
      const { weights } = partsAt(call);
      program.push(
        gemm({
          c: weights,
          cStride: 1,
          a: input,
          aStride: channels,
          b: parameters[0],
          bStride: 1,
          rows: count * length,
          columns: 1,
          inner: channels,
          bias: parameters[1],
        }),
        softmaxRows({ input: weights, output: weights, rows: count, columns: length }),
        batchedGemm({
          samples: count,
          c: { at: output, stride: channels, sample: channels },
          a: { at: weights, stride: length, sample: length },
          b: { at: input, stride: channels, sample: length * channels },
          rows: 1,
          columns: channels,
          inner: length,
        }),
      );
    },
    backward(program, call) {
      const { count, input, outputGradient, inputGradient, parameters, gradients } = call;
      const [length, channels] = call.inputShape;
      const { weights, slopes } = partsAt(call);
      const rows = count * length;
      const samples = { at: input, stride: channels, sample: length * channels };
      const upstream = { at: outputGradient, stride: channels, sample: channels };
      program.push(
        batchedGemm({
          samples: count,
          c: { at: slopes, stride: 1, sample: length },
          a: samples,
          b: { ...upstream, transpose: true },
          rows: length,
          columns: 1,
          inner: channels,
        }),
        softmaxRowsBackward({
          output: weights,
          outputGradient: slopes,
          inputGradient: slopes,
          rows: count,
          columns: length,
        }),
        gemm({
          c: gradients[0],
          cStride: 1,
          a: input,
          aStride: channels,
          transposeA: true,
          b: slopes,
          bStride: 1,
          rows: channels,
          columns: 1,
          inner: rows,
          accumulate: true,
        }),
        columnSum({ matrix: slopes, rows, columns: 1, sums: gradients[1] }),
      );
      if (inputGradient === 0) return;
      const rest = { rows: length, columns: channels, inner: 1 };
      program.push(
        batchedGemm({
          samples: count,
          c: { ...samples, at: inputGradient },
          a: { at: weights, stride: 1, sample: length },
          b: upstream,
          ...rest,
        }),
        batchedGemm({
          samples: count,
          c: { ...samples, at: inputGradient },
          a: { at: slopes, stride: 1, sample: length },
          b: { at: parameters[0], stride: channels, sample: 0 },
          ...rest,
          accumulate: true,
        }),
      );
    },
  };
}
