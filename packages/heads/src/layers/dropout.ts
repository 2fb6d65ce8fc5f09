import { copySamples, dropout as drop } from '@sig/kernels/linear';
import { type Layer, sizeOf } from './layer.js';

/**
 * In training sets values to 0 at a rate and scales the others by 1 / (1 - rate); otherwise passes
 * them on. Any shape.
 *
 * @throws RangeError when `rate` is not at least 0 and below 1.
 */
export function dropout(rate: number): Layer {
  if (!(rate >= 0 && rate < 1)) {
    throw new RangeError(`dropout: rate must be at least 0 and below 1, got ${rate}`);
  }
  return {
    kind: 'dropout',
    options: { rate },
    outputShape: (shape) => shape,
    parameters: () => [],
    macs: () => 0,
    forward(program, { input, output, count, inputShape, training, seed, firstSample }) {
      const size = sizeOf(inputShape);
      const width = count * size;
      program.push(
        training
          ? drop({ input, output, count: width, rate, seed, first: firstSample * size })
          : copySamples({
              source: input,
              sourceStride: width,
              target: output,
              targetStride: width,
              width,
              samples: 1,
            }),
      );
    },
    backward(program, { outputGradient, inputGradient, count, inputShape, seed, firstSample }) {
      if (inputGradient === 0) return;
      const size = sizeOf(inputShape);
      program.push(
        drop({
          input: outputGradient,
          output: inputGradient,
          count: count * size,
          rate,
          seed,
          first: firstSample * size,
        }),
      );
    },
  };
}
