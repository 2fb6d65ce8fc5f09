import { columnSum, copySamples, fill, flipFilters, gemm, reluBackward } from '@sig/kernels/linear';
import { checkCount, checkOneOf, checkSequence } from './check-options.js';
import type { Layer, LayerCall } from './layer.js';

export interface Conv1dOptions {
  /** Positions that a filter sees (3). */
  size?: number;
  /** 'relu' is computed inside the product; 'none' is the default. */
  activation?: 'relu' | 'none';
}

/**
 * A convolution over a sequence without padding, from [length, channels] to
 * [length - size + 1, filters].
 *
 * The windows of a whole batch are one matrix whose rows overlap, so each pass is one matrix product
 * and nothing is copied out. The few rows that straddle two samples are computed and thrown away;
 * their gradients are zeros.
 *
 * @throws RangeError when `filters` or `size` is not a positive integer.
 *
 * @example
 * conv1d(32, { size: 3, activation: 'relu' });
 */
export function conv1d(filters: number, options: Conv1dOptions = {}): Layer {
  const { size = 3, activation = 'none' } = options;
  checkCount('conv1d', 'filters', filters);
  checkCount('conv1d', 'size', size);
  checkOneOf('conv1d', 'activation', activation, ['relu', 'none']);
  const relu = activation === 'relu';
  const lead = (size - 1) * filters;

  // Scratch: size - 1 rows of zeros, a row for each input position of each sample, and the
  // flipped filters.
  const rowsAt = ({ scratch, realBytes }: LayerCall): number => scratch + lead * realBytes;

  return {
    kind: 'conv1d',
    options: { filters, size, activation },
    outputShape(shape) {
      checkSequence('conv1d', shape);
      const [length] = shape;
      if (length < size) {
        throw new RangeError(
          `conv1d of size ${size} needs a length of at least ${size}, got [${shape}]`,
        );
      }
      return [length - size + 1, filters];
    },
    parameters: ([, channels]) => [
      {
        name: 'kernel',
        shape: [size, channels, filters],
        initializer: { kind: 'glorot-uniform', fanIn: size * channels, fanOut: size * filters },
      },
      { name: 'bias', shape: [filters], initializer: { kind: 'zeros' } },
    ],
    macs: ([length, channels]) => (length - size + 1) * size * channels * filters,
    scratch: ([length, channels], count) =>
      lead + count * length * filters + size * channels * filters,
    forward(program, call) {
      const { count, input, output, parameters, outputShape } = call;
      const [length, channels] = call.inputShape;
      const rows = rowsAt(call);
      const width = outputShape[0] * filters;
      program.push(
        gemm({
          c: rows,
          cStride: filters,
          a: input,
          aStride: channels,
          b: parameters[0],
          bStride: filters,
          rows: count * length - size + 1,
          columns: filters,
          inner: size * channels,
          bias: parameters[1],
          relu,
        }),
        copySamples({
          source: rows,
          sourceStride: length * filters,
          target: output,
          targetStride: width,
          width,
          samples: count,
        }),
      );
    },
    backward(program, call) {
      const { count, input, output, outputGradient, inputGradient, realBytes } = call;
      const { parameters, gradients, scratch, outputShape } = call;
      const [length, channels] = call.inputShape;
      const rows = rowsAt(call);
      const width = outputShape[0] * filters;
      const stride = length * filters;
      program.push(
        relu
          ? reluBackward({
              output,
              outputGradient,
              inputGradient: rows,
              samples: count,
              width,
              stride,
            })
          : copySamples({
              source: outputGradient,
              sourceStride: width,
              target: rows,
              targetStride: stride,
              width,
              samples: count,
            }),
        gemm({
          c: gradients[0],
          cStride: filters,
          a: input,
          aStride: channels,
          transposeA: true,
          b: rows,
          bStride: filters,
          rows: size * channels,
          columns: filters,
          inner: count * length - size + 1,
          accumulate: true,
        }),
        columnSum({ matrix: rows, rows: count * length, columns: filters, sums: gradients[1] }),
      );
      if (inputGradient === 0) return;
      const flipped = rows + count * stride * realBytes;
      program.push(
        fill({ target: scratch, count: lead, value: 0 }),
        flipFilters({ filters: parameters[0], flipped, size, channels, count: filters }),
        gemm({
          c: inputGradient,
          cStride: channels,
          a: scratch,
          aStride: filters,
          b: flipped,
          bStride: channels,
          rows: count * length,
          columns: channels,
          inner: size * filters,
        }),
      );
    },
  };
}
