import { gelu as activate, geluBackward } from '@sig/kernels/linear';
import { type Layer, sizeOf } from './layer.js';

/**
 * x Φ(x), Φ the normal distribution function itself and not one of its approximations (Hendrycks and
 * Gimpel 2016). Any shape.
 */
export function gelu(): Layer {
  return {
    kind: 'gelu',
    options: {},
    outputShape: (shape) => shape,
    parameters: () => [],
    macs: () => 0,
    forward(program, { input, output, count, inputShape }) {
      program.push(activate({ input, output, count: count * sizeOf(inputShape) }));
    },
    backward(program, { input, outputGradient, inputGradient, count, inputShape }) {
      if (inputGradient === 0) return;
      const size = count * sizeOf(inputShape);
      program.push(geluBackward({ input, outputGradient, inputGradient, count: size }));
    },
  };
}
