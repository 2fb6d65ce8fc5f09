import type { Runtime } from '../execution/runtime.js';
import { createGradientProgram } from './gradient-program.js';
import type { Loss } from './loss.js';
import type { Mixer } from './mix-batch.js';
import type { Optimizer } from './optimizer.js';
import type { TrainState } from './train-state.js';
import { createUpdatePrograms } from './update-programs.js';

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

export interface TrainStepParts {
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  readonly state: TrainState;
  /** Where samples are mixed. */
  readonly mixer?: Mixer;
}

/**
 * Makes the training step of a runtime: each thread sums the gradients of its shard, then adds up
 * all threads' gradients and updates the weights of its part. The order of every sum is fixed.
 */
export function createTrainStep(
  runtime: Runtime,
  { loss, optimizer, state, mixer }: TrainStepParts,
): TrainStep {
  const { engine, lanes } = runtime;
  const { clipNorm } = optimizer;
  const gradientProgram = createGradientProgram(runtime, loss, mixer);
  const updates = createUpdatePrograms(runtime, state, optimizer);

  return (count, { step, learningRate, seed }) => {
    engine.run(lanes.map((_, thread) => gradientProgram(thread, count, seed)));
    let sum = 0;
    for (const lane of lanes) sum += engine.realsAt(lane.loss, 1)[0];
    // A step on gradients that are not numbers would only spoil the weights.
    if (!Number.isFinite(sum)) return sum / count;
    const update = { step, learningRate, samples: count };
    if (clipNorm === Infinity) {
      engine.run(
        lanes.map((_, thread) => [
          ...updates.sum(thread),
          ...updates.step(thread, { ...update, scale: 1 }),
        ]),
      );
    } else {
      engine.run(lanes.map((_, thread) => [...updates.sum(thread), ...updates.measure(thread)]));
      const length = Math.hypot(...lanes.map(({ norm }) => engine.realsAt(norm, 1)[0]));
      const scale = length > clipNorm ? clipNorm / length : 1;
      engine.run(lanes.map((_, thread) => updates.step(thread, { ...update, scale })));
    }
    return sum / count;
  };
}
