import type { KernelCall } from '@sig/kernels';
import { adam, addInto, axpby, norm } from '@sig/kernels/linear';
import type { Runtime } from '../execution/runtime.js';
import type { Optimizer } from './optimizer.js';
import type { TrainState } from './train-state.js';

interface Update {
  /** From 1. */
  readonly step: number;
  readonly learningRate: number;
  /** Samples of the step. */
  readonly samples: number;
  /** What the summed gradients are multiplied by; 1 leaves them. */
  readonly scale: number;
}

/** What the threads do with the gradients of their shards, each for its part of the weights. */
export interface UpdatePrograms {
  /** Adds the other threads' gradients to the first one's. */
  sum(thread: number): KernelCall[];
  /** Measures the summed gradients into the lane's `norm`. */
  measure(thread: number): KernelCall[];
  /** One step of the optimiser, then of the averages. */
  step(thread: number, update: Update): KernelCall[];
}

export function createUpdatePrograms(
  { engine, memory, lanes }: Runtime,
  state: TrainState,
  optimizer: Optimizer,
): UpdatePrograms {
  const { threads, realBytes } = engine;
  const { total, trained, averages } = memory.places;

  const partOf = (thread: number): { offset: number; gradients: number; count: number } => {
    const first = Math.floor((thread * trained) / threads / 4) * 4;
    const end =
      thread === threads - 1 ? trained : Math.floor(((thread + 1) * trained) / threads / 4) * 4;
    const offset = first * realBytes;
    return { offset, gradients: lanes[0].gradients + offset, count: end - first };
  };

  // What batches measured, where layers keep averages of it: few and small, for one thread.
  const measuredAverages = (samples: number): KernelCall[] =>
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

  const averageWeights = (offset: number, count: number, step: number): KernelCall[] => {
    if (state.average === 0) return [];
    // Early on the average is short, or it would be of the first, random weights for long.
    const decay = Math.min(optimizer.averageDecay, (1 + step) / (10 + step));
    const [y, x] = [state.average + offset, memory.weights + offset];
    return [axpby({ y, x, count, alpha: 1 - decay, beta: decay })];
  };

  return {
    sum(thread) {
      const { offset, gradients: target, count } = partOf(thread);
      return lanes
        .slice(1)
        .map(({ gradients }) => addInto({ target, source: gradients + offset, count }));
    },
    measure(thread) {
      const { gradients: x, count } = partOf(thread);
      return [norm({ x, count, result: lanes[thread].norm })];
    },
    step(thread, { step, learningRate, samples, scale }) {
      const { offset, gradients, count } = partOf(thread);
      const program: KernelCall[] = [];
      if (scale !== 1) {
        program.push(axpby({ y: gradients, x: gradients, count, alpha: scale, beta: 0 }));
      }
      program.push(
        adam({
          weights: memory.weights + offset,
          gradients,
          first: state.first + offset,
          second: state.second + offset,
          count,
          learningRate,
          step,
          ...optimizer,
        }),
        ...averageWeights(offset, count, step),
      );
      if (thread > 0) return program;
      const rest = averageWeights(trained * realBytes, total - trained, step);
      return [...program, ...measuredAverages(samples), ...rest];
    },
  };
}
