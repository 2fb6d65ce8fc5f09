import { layerNormBackward, layerNorm as normalise } from '@sig/kernels/linear';
import { checkPositive } from './check-options.js';
import { type Layer, sizeOf } from './layer.js';

export interface LayerNormOptions {
  /** Added to the variance (1e-5). */
  epsilon?: number;
}

/**
 * Mean 0 and variance 1 over the last axis, then times gamma plus beta (Ba et al. 2016, equation 4).
 * Any shape.
 *
 * @throws RangeError when `epsilon` is not above 0.
 *
 * @example
 * residual([layerNorm(), multiHeadAttention(8)]);
 */
export function layerNorm(options: LayerNormOptions = {}): Layer {
  const { epsilon = 1e-5 } = options;
  checkPositive('layerNorm', 'epsilon', epsilon);
  return {
    kind: 'layerNorm',
    options: { epsilon },
    outputShape: (shape) => shape,
    parameters: (inputShape) => {
      const shape = inputShape.slice(-1);
      return [
        { name: 'gamma', shape, initializer: { kind: 'ones' } },
        { name: 'beta', shape, initializer: { kind: 'zeros' } },
      ];
    },
    macs: () => 0,
    forward(program, { input, output, count, inputShape, parameters: [gamma, beta] }) {
      const columns = inputShape[inputShape.length - 1];
      const rows = (count * sizeOf(inputShape)) / columns;
      program.push(normalise({ input, output, rows, columns, gamma, beta, epsilon }));
    },
    backward(program, { input, outputGradient, inputGradient, count, inputShape, ...call }) {
      const columns = inputShape[inputShape.length - 1];
      program.push(
        layerNormBackward({
          input,
          outputGradient,
          inputGradient,
          rows: (count * sizeOf(inputShape)) / columns,
          columns,
          gamma: call.parameters[0],
          epsilon,
          gammaGradient: call.gradients[0],
          betaGradient: call.gradients[1],
        }),
      );
    },
  };
}
