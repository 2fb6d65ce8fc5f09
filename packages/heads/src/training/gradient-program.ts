import type { KernelCall } from '@sig/kernels';
import { fill, softmaxLoss } from '@sig/kernels/linear';
import { pushBackward } from '../execution/push-backward.js';
import { pushForward, pushInput } from '../execution/push-forward.js';
import type { Runtime } from '../execution/runtime.js';
import { shards } from '../execution/shards.js';
import type { Loss } from './loss.js';
import type { Mixer } from './mix-batch.js';

/** Makes the program in which a thread sums the gradients of its shard of the batch. */
export type GradientProgram = (thread: number, count: number, seed: number) => KernelCall[];

export function createGradientProgram(
  { engine, network, memory, batch, lanes }: Runtime,
  loss: Loss,
  mixer: Mixer | undefined,
): GradientProgram {
  const { threads, realBytes } = engine;
  const { total } = memory.places;
  const classes = network.shapes[network.shapes.length - 1][0];
  const classWeights = loss.classWeights ? engine.allocateReals(classes) : 0;
  if (loss.classWeights) engine.realsAt(classWeights, classes).set(loss.classWeights);

  return (thread, count, seed) => {
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
          ...(mixer && {
            otherLabels: mixer.otherLabels + slice.first * 4,
            otherShares: mixer.otherShares + slice.first * realBytes,
          }),
          targets: batch.targets && batch.targets + slice.first * classes * realBytes,
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
}
