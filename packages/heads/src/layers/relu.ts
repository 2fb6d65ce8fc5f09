import { relu as rectify, reluBackward } from '@sig/kernels/linear';
import { type Layer, sizeOf } from './layer.js';

/**
 * max(0, x), any shape. After dense and conv1d their `activation` does the same for less; a batchNorm
 * in front computes it by itself.
 */
export function relu(): Layer {
  return {
    kind: 'relu',
    options: {},
    outputShape: (shape) => shape,
    parameters: () => [],
    macs: () => 0,
    forward(program, { input, output, count, inputShape }) {
      program.push(rectify({ input, output, count: count * sizeOf(inputShape) }));
    },
    backward(program, { output, outputGradient, inputGradient, count, inputShape }) {
      if (inputGradient === 0) return;
      const width = count * sizeOf(inputShape);
      program.push(reluBackward({ output, outputGradient, inputGradient, width }));
    },
  };
}
