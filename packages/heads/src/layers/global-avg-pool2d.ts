import { batchedGemm, fill } from '@sig/kernels/linear';
import { checkImage } from './check-options.js';
import type { Layer } from './layer.js';

/**
 * The mean of each channel over the whole image, from [height, width, channels] to [channels].
 */
export function globalAvgPool2d(): Layer {
  return {
    kind: 'globalAvgPool2d',
    options: {},
    outputShape(shape) {
      checkImage('globalAvgPool2d', shape);
      return [shape[2]];
    },
    parameters: () => [],
    macs: () => 0,
    // The weight of each pixel: all the same.
    scratch: ([height, width]) => height * width,
    forward(program, { input, output, scratch, count, inputShape: [height, width, channels] }) {
      const pixels = height * width;
      program.push(
        fill({ target: scratch, count: pixels, value: 1 / pixels }),
        batchedGemm({
          samples: count,
          c: { at: output, stride: channels, sample: channels },
          a: { at: scratch, stride: pixels, sample: 0 },
          b: { at: input, stride: channels, sample: pixels * channels },
          rows: 1,
          columns: channels,
          inner: pixels,
        }),
      );
    },
    backward(program, { outputGradient, inputGradient, scratch, count, inputShape }) {
      if (inputGradient === 0) return;
      const [height, width, channels] = inputShape;
      const pixels = height * width;
      program.push(
        batchedGemm({
          samples: count,
          c: { at: inputGradient, stride: channels, sample: pixels * channels },
          a: { at: scratch, stride: 1, sample: 0 },
          b: { at: outputGradient, stride: channels, sample: channels },
          rows: pixels,
          columns: channels,
          inner: 1,
        }),
      );
    },
  };
}
