import {
  axpby,
  batchNormBackward,
  columnMoments,
  batchNorm as normalise,
} from '@sig/kernels/linear';
import { checkPositive } from './check-options.js';
import { type Layer, type LayerCall, type Parameter, sizeOf } from './layer.js';

export interface BatchNormOptions {
  /** Added to the variance (1e-5). */
  epsilon?: number;
  /** How far the running statistics move towards those of a step (0.1); above 0, at most 1. */
  rate?: number;
}

/**
 * Mean 0 and variance 1 for each channel (the last axis), then times gamma plus beta (Ioffe and
 * Szegedy 2015, algorithm 1). Any shape.
 *
 * In training, mean and variance are those of the samples that a thread runs together: a shard of the
 * batch, or as much of it as a core's cache holds ("ghost batches", Hoffer et al. 2017, "Train longer,
 * generalize better"). They follow from the batch and the number of threads alone. Elsewhere they are
 * the running mean and the running (biased) variance, which follow the means of those over each batch
 * and are saved with the weights, as `mean` and `variance`. They are not counted as parameters, and no
 * optimiser or weight decay touches them.
 *
 * @throws RangeError when `epsilon` or `rate` is out of range.
 *
 * @example
 * [conv2d(16, { bias: false }), batchNorm(), relu()];
 */
export function batchNorm(options: BatchNormOptions = {}): Layer {
  const { epsilon = 1e-5, rate = 0.1 } = options;
  checkPositive('batchNorm', 'epsilon', epsilon);
  if (!(rate > 0 && rate <= 1)) {
    throw new RangeError(`batchNorm: rate must be above 0 and at most 1, got ${rate}`);
  }

  // Scratch: mean and variance of the batch, and four rows for the kernels.
  const momentsOf = ({ training, scratch, parameters, realBytes, inputShape }: LayerCall) => {
    const columns = inputShape[inputShape.length - 1];
    const row = columns * realBytes;
    return {
      columns,
      mean: training ? scratch : parameters[2],
      variance: training ? scratch + row : parameters[3],
      room: scratch + 2 * row,
    };
  };

  const layer = (relu: boolean): Layer => ({
    kind: 'batchNorm',
    options: { epsilon, rate },
    outputShape: (shape) => shape,
    parameters: (inputShape): Parameter[] => {
      const shape = inputShape.slice(-1);
      return [
        { name: 'gamma', shape, initializer: { kind: 'ones' } },
        { name: 'beta', shape, initializer: { kind: 'zeros' } },
        { name: 'mean', shape, initializer: { kind: 'zeros' }, averageRate: rate },
        { name: 'variance', shape, initializer: { kind: 'ones' }, averageRate: rate },
      ];
    },
    macs: () => 0,
    scratch: (inputShape) => 6 * inputShape[inputShape.length - 1],
    forward(program, call) {
      const { input, output, count, inputShape, parameters, training } = call;
      const { columns, mean, variance, room } = momentsOf(call);
      const [gamma, beta] = parameters;
      const rows = (count * sizeOf(inputShape)) / columns;
      if (training) program.push(columnMoments({ matrix: input, rows, columns, mean, variance }));
      const moments = { mean, variance, gamma, beta, epsilon, relu, scale: room };
      program.push(normalise({ input, output, rows, columns, ...moments }));
    },
    backward(program, call) {
      const { input, outputGradient, inputGradient, count, inputShape, training } = call;
      const { columns, mean, variance, room } = momentsOf(call);
      program.push(
        batchNormBackward({
          input,
          outputGradient,
          inputGradient,
          rows: (count * sizeOf(inputShape)) / columns,
          columns,
          mean,
          variance,
          gamma: call.parameters[0],
          beta: call.parameters[1],
          epsilon,
          ofBatch: training,
          relu,
          gammaGradient: call.gradients[0],
          betaGradient: call.gradients[1],
          scratch: room,
        }),
      );
      if (!training) return;
      program.push(
        axpby({ y: call.gradients[2], x: mean, count: columns, alpha: count }),
        axpby({ y: call.gradients[3], x: variance, count: columns, alpha: count }),
      );
    },
    ...(!relu && { withRelu: () => layer(true) }),
  });
  return layer(false);
}
