import type { KernelCall } from '@sig/kernels';
import { standardiseColumns } from '@sig/kernels/linear';
import { type LayerCall, sizeOf } from '../layers/layer.js';
import { mixSeed } from '../random/mix-seed.js';
import type { Lane } from './lane.js';
import type { NetworkMemory } from './network-memory.js';
import type { SampleBatch } from './sample-batch.js';

/** Some samples of a batch, and how they are run. */
export interface Slice {
  readonly first: number;
  readonly count: number;
  readonly training: boolean;
  /** Of the step; each layer gets one made of it. */
  readonly seed: number;
}

/** Pushes what makes the network's input of a slice; returns the pointer to it. */
export function pushInput(
  program: KernelCall[],
  memory: NetworkMemory,
  lane: Lane,
  batch: SampleBatch,
  { first, count }: Slice,
): number {
  const { engine, network, mean, scale } = memory;
  const { features, inputShape, standardisation } = network;
  const samples = batch.samples + first * batch.sampleBytes;
  const [output] = lane.values;
  if (features) features.push(program, engine, samples, output, count);
  const input = features ? output : samples;
  if (standardisation === undefined) return input;
  // Those of the input: network-memory.ts repeats a standardisation of fewer.
  const columns = inputShape[inputShape.length - 1];
  const rows = (count * sizeOf(inputShape)) / columns;
  program.push(standardiseColumns({ input, output, rows, columns, mean, scale }));
  return output;
}

/** Pushes the network's layers over a slice; returns what each was called with. */
export function pushForward(
  program: KernelCall[],
  memory: NetworkMemory,
  lane: Lane,
  input: number,
  { first, count, training, seed }: Slice,
): LayerCall[] {
  const { engine, network, layers, places, weights } = memory;
  const { inputShape, shapes } = network;
  const { realBytes } = engine;
  const calls: LayerCall[] = [];
  let given = input;
  for (const [index, layer] of layers.entries()) {
    const output = layer.inPlace ? given : lane.values[index + 1];
    const call: LayerCall = {
      realBytes,
      inputShape: index === 0 ? inputShape : shapes[index - 1],
      outputShape: shapes[index],
      count,
      input: given,
      output,
      parameters: places.byLayer[index].map((offset) => weights + offset * realBytes),
      scratch: lane.scratch[index],
      training,
      seed: mixSeed(seed, index),
      firstSample: first,
    };
    layer.forward(program, call);
    calls.push(call);
    given = output;
  }
  return calls;
}
