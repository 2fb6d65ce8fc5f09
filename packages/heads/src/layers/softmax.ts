import { softmaxRows, softmaxRowsBackward } from '@sig/kernels/linear';
import { type Layer, type Shape, sizeOf } from './layer.js';

/**
 * The softmax over the last axis, any shape: positive values with a sum of 1. A classifier ends
 * without one: losses and predictions take logits.
 */
export function softmax(): Layer {
  const split = (count: number, shape: Shape): { rows: number; columns: number } => {
    const columns = shape[shape.length - 1];
    return { rows: (count * sizeOf(shape)) / columns, columns };
  };
  return {
    kind: 'softmax',
    options: {},
    outputShape: (shape) => shape,
    parameters: () => [],
    macs: () => 0,
    forward(program, { input, output, count, inputShape }) {
      program.push(softmaxRows({ input, output, ...split(count, inputShape) }));
    },
    backward(program, { output, outputGradient, inputGradient, count, inputShape }) {
      if (inputGradient === 0) return;
      program.push(
        softmaxRowsBackward({
          output,
          outputGradient,
          inputGradient,
          ...split(count, inputShape),
        }),
      );
    },
  };
}
