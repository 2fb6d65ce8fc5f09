import type { Layer } from '@sig/heads';
import { axpby, batchedGemm, columnSum, fill, gemm } from '@sig/kernels/linear';
import { requireInteger } from '../arguments/require-integer.js';

/**
 * How near a sample is to learned prototypes b: x·b - |b|² / 2, which is -|x - b|² / 2 but for |x|² / 2,
 * the same for all of them. With `softmax()` behind it, each prototype has the share of a Gaussian of
 * variance 1 around it. From [width] to [count].
 *
 * @throws RangeError when `count` is not a positive integer.
 *
 * @example
 * const layers = [dense(16), prototypeSimilarity(200), softmax(), dense(10)];
 */
export function prototypeSimilarity(count: number): Layer {
  requireInteger('count', count, 1);
  return {
    kind: 'prototypeSimilarity',
    options: { count },
    outputShape(shape) {
      if (shape.length === 1) return [count];
      throw new RangeError(
        `prototypeSimilarity takes a shape [width], got [${shape}]; put flatten() in front of it`,
      );
    },
    parameters: ([width]) => [
      {
        name: 'prototypes',
        shape: [count, width],
        initializer: { kind: 'glorot-uniform', fanIn: width, fanOut: count },
      },
    ],
    macs: ([width]) => count * width,
    scratch: () => count,
    forward(program, { input, output, parameters, scratch, count: samples, inputShape }) {
      const [width] = inputShape;
      const [prototypes] = parameters;
      program.push(
        batchedGemm({
          samples: count,
          a: { at: prototypes, stride: width, sample: width },
          b: { at: prototypes, stride: 1, sample: width },
          c: { at: scratch, stride: 1, sample: 1 },
          rows: 1,
          columns: 1,
          inner: width,
        }),
        axpby({ y: scratch, x: scratch, count, alpha: -0.5, beta: 0 }),
        gemm({
          a: input,
          b: prototypes,
          c: output,
          aStride: width,
          bStride: width,
          cStride: count,
          transposeB: true,
          rows: samples,
          columns: count,
          inner: width,
          bias: scratch,
        }),
      );
    },
    backward(program, call) {
      const { input, outputGradient, inputGradient, parameters, gradients, scratch } = call;
      const { count: samples, inputShape } = call;
      const [width] = inputShape;
      const [prototypes] = parameters;
      const strides = { aStride: count, bStride: width, cStride: width, columns: width };
      if (inputGradient !== 0) {
        const to = { a: outputGradient, b: prototypes, c: inputGradient };
        program.push(gemm({ ...to, ...strides, rows: samples, inner: count }));
      }
      program.push(
        gemm({
          a: outputGradient,
          b: input,
          c: gradients[0],
          ...strides,
          transposeA: true,
          rows: count,
          inner: samples,
          accumulate: true,
        }),
        // The gradient of -|b|² / 2: less b, as often as it was asked for.
        fill({ target: scratch, count, value: 0 }),
        columnSum({ matrix: outputGradient, rows: samples, columns: count, sums: scratch }),
        axpby({ y: scratch, x: scratch, count, alpha: -1, beta: 0 }),
        batchedGemm({
          samples: count,
          a: { at: scratch, stride: 1, sample: 1 },
          b: { at: prototypes, stride: width, sample: width },
          c: { at: gradients[0], stride: width, sample: width },
          rows: 1,
          columns: width,
          inner: 1,
          accumulate: true,
        }),
      );
    },
  };
}
