import { reluBackward } from '@sig/kernels/linear';
import { checkCount, checkOneOf } from './check-options.js';
import { type Layer, type LayerCall, sizeOf } from './layer.js';
import { type Projection, pushProjection, pushProjectionBackward } from './projection.js';

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

  const projectionOf = ({
    input,
    output,
    parameters,
    count,
    inputShape,
  }: LayerCall): Projection => {
    const [kernel, bias] = parameters;
    const [inner] = inputShape;
    return { from: input, to: output, kernel, bias, relu, rows: count, inner, columns: units };
  };

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
    forward(program, call) {
      pushProjection(program, projectionOf(call));
    },
    backward(program, call) {
      const { count, output, outputGradient, inputGradient, gradients } = call;
      if (relu) {
        const inPlace = { output, outputGradient, inputGradient: outputGradient };
        program.push(reluBackward({ ...inPlace, width: count * units }));
      }
      const [kernelGradient, biasGradient] = gradients;
      pushProjectionBackward(program, projectionOf(call), {
        upstream: outputGradient,
        kernelGradient,
        biasGradient,
        inputGradient,
      });
    },
  };
}
