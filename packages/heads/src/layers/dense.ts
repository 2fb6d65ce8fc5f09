import { columnSum, gemm, reluBackward } from '@sig/kernels/linear';
import { checkCount, checkOneOf } from './check-options.js';
import { type Layer, sizeOf } from './layer.js';

export interface DenseOptions {
  /** 'relu' is computed inside the product; 'none' is the default. */
  activation?: 'relu' | 'none';
}

/**
 * output = activation(input · kernel + bias), from [features] to [units].
 *
 * @throws RangeError when `units` is not a positive integer.
 *
 * @example
 * dense(50, { activation: 'relu' });
 */
export function dense(units: number, options: DenseOptions = {}): Layer {
  const { activation = 'none' } = options;
  checkCount('dense', 'units', units);
  checkOneOf('dense', 'activation', activation, ['relu', 'none']);
  const relu = activation === 'relu';
  return {
    kind: 'dense',
    options: { units, activation },
    outputShape(shape) {
      if (shape.length === 1) return [units];
      throw new RangeError(
        `dense takes a shape [features], got [${shape}]; put flatten() in front of it`,
      );
    },
    parameters: ([features]) => [
      {
        name: 'kernel',
        shape: [features, units],
        initializer: { kind: 'glorot-uniform', fanIn: features, fanOut: units },
      },
      { name: 'bias', shape: [units], initializer: { kind: 'zeros' } },
    ],
    macs: (shape) => sizeOf(shape) * units,
    forward(program, { inputShape: [features], count, input, output, parameters }) {
      const [kernel, bias] = parameters;
      program.push(
        gemm({
          c: output,
          cStride: units,
          a: input,
          aStride: features,
          b: kernel,
          bStride: units,
          rows: count,
          columns: units,
          inner: features,
          bias,
          relu,
        }),
      );
    },
    backward(program, call) {
      const { count, input, output, outputGradient, inputGradient, parameters, gradients } = call;
      const features = call.inputShape[0];
      if (relu) {
        const size = count * units;
        program.push(
          reluBackward({
            output,
            outputGradient,
            inputGradient: outputGradient,
            samples: 1,
            width: size,
            stride: size,
          }),
        );
      }
      program.push(
        gemm({
          c: gradients[0],
          cStride: units,
          a: input,
          aStride: features,
          transposeA: true,
          b: outputGradient,
          bStride: units,
          rows: features,
          columns: units,
          inner: count,
          accumulate: true,
        }),
        columnSum({ matrix: outputGradient, rows: count, columns: units, sums: gradients[1] }),
      );
      if (inputGradient === 0) return;
      program.push(
        gemm({
          c: inputGradient,
          cStride: features,
          a: outputGradient,
          aStride: units,
          b: parameters[0],
          bStride: units,
          transposeB: true,
          rows: count,
          columns: features,
          inner: units,
        }),
      );
    },
  };
}
