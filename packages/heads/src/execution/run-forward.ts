import type { KernelCall } from '@sig/kernels';
import { copySamples, softmaxLoss } from '@sig/kernels/linear';
import { pushForward, pushInput } from './push-forward.js';
import type { Runtime } from './runtime.js';
import { shards } from './shards.js';

/** Runs the first `count` samples of the batch through the network, up to the probabilities. */
export function runForward(runtime: Runtime, count: number): void {
  runtime.engine.run(forwardPrograms(runtime, count));
}

/**
 * What takes the first `count` samples of the batch through the network, up to the probabilities, or to
 * what the last layer puts out: a program for each thread, good for as often as the runtime lasts.
 */
export function forwardPrograms(
  { engine, network, memory, batch, lanes }: Runtime,
  count: number,
  output: 'probabilities' | 'activations' = 'probabilities',
): KernelCall[][] {
  const classes = network.shapes[network.shapes.length - 1][0];
  const cut = shards(count, engine.threads, lanes[0].capacity, { training: false, seed: 0 });
  return cut.map((slices, thread) => {
    const program: KernelCall[] = [];
    for (const slice of slices) {
      const input = pushInput(program, memory, lanes[thread], batch, slice);
      const calls = pushForward(program, memory, lanes[thread], input, slice);
      const logits = calls[calls.length - 1].output;
      const target = batch.probabilities + slice.first * classes * engine.realBytes;
      const { count } = slice;
      const copied = { sourceStride: classes, targetStride: classes, width: classes };
      program.push(
        output === 'probabilities'
          ? softmaxLoss({ logits, probabilities: target, count, classes })
          : copySamples({ source: logits, target, samples: count, ...copied }),
      );
    }
    return program;
  });
}
