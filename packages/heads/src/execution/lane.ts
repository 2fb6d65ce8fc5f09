import { sizeOf } from '../layers/layer.js';
import type { NetworkMemory } from './network-memory.js';

/** The memory of one thread: activations of at most `capacity` samples, and its own gradients. */
export interface Lane {
  readonly capacity: number;
  /** The network's input, then the output of each layer; but for training two buffers take turns. */
  readonly values: readonly number[];
  /** Each layer's own memory. */
  readonly scratch: readonly number[];
  /** In training: the gradients of `values`; two buffers by turns. */
  readonly valueGradients: readonly number[];
  /** In training: the gradients of the weights, laid out as they are. */
  readonly gradients: number;
  /** One real: the sum of the losses. It follows the gradients. */
  readonly loss: number;
  /** One real behind it: the norm of the gradients. */
  readonly norm: number;
}

/** Allocates one thread's memory. */
export function allocateLane(memory: NetworkMemory, capacity: number, training: boolean): Lane {
  const { engine, network, layers, places } = memory;
  const { inputShape, shapes } = network;
  const given = [inputShape, ...shapes];
  const sizes = given.map((shape) => sizeOf(shape) * capacity);
  const values = allocateValues(memory, sizes, training);
  const scratch = layers.map((layer, index) =>
    layer.scratch ? engine.allocateReals(layer.scratch(given[index], capacity)) : 0,
  );
  // The gradient of the input itself is never asked for.
  const largest = training ? Math.max(...sizes.slice(1)) : 0;
  const pair = training ? [engine.allocateReals(largest), engine.allocateReals(largest)] : [0, 0];
  let turn = 0;
  const valueGradients = [0];
  for (const [index, { inPlace }] of layers.entries()) {
    if (!inPlace || index === 0) turn = 1 - turn;
    valueGradients.push(pair[turn]);
  }
  const gradients = engine.allocateReals((training ? places.total : 0) + 4);
  const loss = gradients + (training ? places.total : 0) * engine.realBytes;
  const norm = loss + engine.realBytes;
  return { capacity, values, scratch, valueGradients, gradients, loss, norm };
}

/** Places for the network's input and the output of each layer, of so many reals each. */
function allocateValues(
  { engine, layers }: NetworkMemory,
  sizes: readonly number[],
  training: boolean,
): number[] {
  const turns = [0];
  for (const [index, { inPlace }] of layers.entries()) {
    turns.push(inPlace ? turns[index] : turns[index] + 1);
  }
  // The gradients of a layer need what went into it; a prediction looks at nothing twice.
  const places = training ? turns : turns.map((turn) => turn % 2);
  const buffers: number[] = [];
  for (const place of new Set(places)) {
    const largest = Math.max(...sizes.filter((_, index) => places[index] === place));
    buffers[place] = engine.allocateReals(largest);
  }
  return places.map((place) => buffers[place]);
}
