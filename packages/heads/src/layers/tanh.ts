import { tanh as activate, tanhBackward } from '@sig/kernels/linear';
import { type Layer, sizeOf } from './layer.js';

/** The hyperbolic tangent. Any shape. */
export function tanh(): Layer {
  return {
    kind: 'tanh',
    options: {},
    outputShape: (shape) => shape,
    parameters: () => [],
    macs: () => 0,
    forward(program, { input, output, count, inputShape }) {
      program.push(activate({ input, output, count: count * sizeOf(inputShape) }));
    },
    backward(program, { output, outputGradient, inputGradient, count, inputShape }) {
      if (inputGradient === 0) return;
      const size = count * sizeOf(inputShape);
      program.push(tanhBackward({ output, outputGradient, inputGradient, count: size }));
    },
  };
}
