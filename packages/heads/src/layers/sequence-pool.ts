import { batchedGemm, softmaxRows, softmaxRowsBackward } from '@sig/kernels/linear';
import { checkOneOf, checkSequence } from './check-options.js';
import type { Initializer, Layer, LayerCall } from './layer.js';
import { type Projection, pushProjection, pushProjectionBackward } from './projection.js';

export interface SequencePoolOptions {
  /**
   * The kernel before training: drawn at random ('drawn', the default), or zeros, which rate all positions
   * alike, so that training begins with their plain mean ('mean').
   */
  start?: 'drawn' | 'mean';
}

/**
 * A learned mean over the positions, from [length, channels] to [channels]: a dense layer of one
 * unit rates each position, and the softmax of the ratings weighs them (Hassani et al. 2021,
 * "Escaping the big data paradigm with compact transformers", section 3.2).
 *
 * @throws RangeError when `start` is not known.
 *
 * @example
 * [reshape([8 * 8, 112]), sequencePool({ start: 'mean' }), dense(10)];
 */
export function sequencePool({ start = 'drawn' }: SequencePoolOptions = {}): Layer {
  checkOneOf('sequencePool', 'start', start, ['drawn', 'mean']);
  const initializerOf = (channels: number): Initializer =>
    start === 'mean' ? { kind: 'zeros' } : { kind: 'glorot-uniform', fanIn: channels, fanOut: 1 };
  // Scratch: the weights of the positions, then the gradients of their ratings.
  const partsAt = ({ scratch, count, realBytes, inputShape: [length] }: LayerCall) => ({
    weights: scratch,
    slopes: scratch + count * length * realBytes,
  });
  const ratingOf = (call: LayerCall): Projection => {
    const [length, inner] = call.inputShape;
    const [kernel, bias] = call.parameters;
    const { weights } = partsAt(call);
    const rows = call.count * length;
    return { from: call.input, to: weights, kernel, bias, rows, inner, columns: 1 };
  };

  return {
    kind: 'sequencePool',
    // Files of before there was a choice name none.
    options: start === 'mean' ? { start } : {},
    outputShape(shape) {
      checkSequence('sequencePool', shape);
      return [shape[1]];
    },
    parameters: ([, channels]) => [
      { name: 'kernel', shape: [channels, 1], initializer: initializerOf(channels) },
      { name: 'bias', shape: [1], initializer: { kind: 'zeros' } },
    ],
    // Once for the ratings, once for the mean.
    macs: ([length, channels]) => 2 * length * channels,
    scratch: ([length], count) => 2 * count * length,
    forward(program, call) {
      const { count, input, output } = call;
      const [length, channels] = call.inputShape;
      const { weights } = partsAt(call);
      pushProjection(program, ratingOf(call));
      program.push(
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
      );
      const [kernelGradient, biasGradient] = gradients;
      pushProjectionBackward(program, ratingOf(call), {
        upstream: slopes,
        kernelGradient,
        biasGradient,
        // Added below, to that of the mean.
        inputGradient: 0,
      });
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
