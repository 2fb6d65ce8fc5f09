import type { KernelCall } from '@sig/kernels';
import { adam, addInto, axpby, fill, softmaxLoss } from '@sig/kernels/linear';
import { pushBackward } from '../execution/push-backward.js';
import { pushForward, pushInput } from '../execution/push-forward.js';
import type { Runtime } from '../execution/runtime.js';
import { shards } from '../execution/shards.js';
import type { Loss } from './loss.js';

export interface Optimizer {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
}

/** Takes one step on the first `count` samples of the batch; returns the mean loss. */
export type TrainStep = (
  count: number,
  options: {
    /** From 1. */
    readonly step: number;
    readonly learningRate: number;
    readonly seed: number;
  },
) => number;

/**
 * Makes the training step of a runtime: each thread sums the gradients of its shard, then adds up
 * all threads' gradients and updates the weights of its part. The order of every sum is fixed.
 */
export function createTrainStep(runtime: Runtime, loss: Loss, optimizer: Optimizer): TrainStep {
  const { engine, network, memory, batch, lanes } = runtime;
  const { threads, realBytes } = engine;
  const { total, trained, averages } = memory.places;
  const classes = network.shapes[network.shapes.length - 1][0];
  const moments = engine.allocateReals(2 * total);
  const classWeights = loss.classWeights ? engine.allocateReals(classes) : 0;
  if (loss.classWeights) engine.realsAt(classWeights, classes).set(loss.classWeights);

  const gradientProgram = (thread: number, count: number, seed: number): KernelCall[] => {
    const lane = lanes[thread];
    const slices = shards(count, threads, lane.capacity, { training: true, seed })[thread];
    const program = [fill({ target: lane.gradients, count: total + 4, value: 0 })];
    for (const slice of slices) {
      const input = pushInput(program, memory, lane, batch, slice);
      const calls = pushForward(program, memory, lane, input, slice);
      program.push(
        softmaxLoss({
          logits: calls[calls.length - 1].output,
          labels: batch.labels + slice.first * 4,
          classWeights,
          probabilities: batch.probabilities + slice.first * classes * realBytes,
          gradient: lane.valueGradients[lane.valueGradients.length - 1],
          loss: lane.loss,
          count: slice.count,
          classes,
          gamma: loss.gamma,
          smoothing: loss.smoothing,
          scale: 1 / count,
        }),
      );
      pushBackward(program, memory, lane, calls);
    }
    return program;
  };

  const updateProgram = (thread: number, step: number, learningRate: number): KernelCall[] => {
    const first = Math.floor((thread * trained) / threads / 4) * 4;
    const end =
      thread === threads - 1 ? trained : Math.floor(((thread + 1) * trained) / threads / 4) * 4;
    const offset = first * realBytes;
    const count = end - first;
    const gradients = lanes[0].gradients + offset;
    return [
      ...lanes
        .slice(1)
        .map((lane) => addInto({ target: gradients, source: lane.gradients + offset, count })),
      adam({
        weights: memory.weights + offset,
        gradients,
        first: moments + offset,
        second: moments + (total + first) * realBytes,
        count,
        learningRate,
        step,
        ...optimizer,
      }),
    ];
  };

  // Few and small: for one thread.
  const averageProgram = (samples: number): KernelCall[] =>
    averages.flatMap(({ offset, length: count, rate }) => {
      const y = memory.weights + offset * realBytes;
      return lanes.map(({ gradients }, thread) =>
        axpby({
          y,
          x: gradients + offset * realBytes,
          count,
          alpha: rate / samples,
          beta: thread === 0 ? 1 - rate : 1,
        }),
      );
    });

  return (count, { step, learningRate, seed }) => {
    engine.run(lanes.map((_, thread) => gradientProgram(thread, count, seed)));
    let sum = 0;
    for (const lane of lanes) sum += engine.realsAt(lane.loss, 1)[0];
    // A step on gradients that are not numbers would only spoil the weights.
    if (Number.isFinite(sum)) {
      const [first, ...others] = lanes.map((_, thread) =>
        updateProgram(thread, step, learningRate),
      );
      engine.run([[...first, ...averageProgram(count)], ...others]);
    }
    return sum / count;
  };
}
