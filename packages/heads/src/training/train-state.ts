import type { Runtime } from '../execution/runtime.js';
import type { Checkpoint } from './checkpoint.js';

/** What training keeps beside the weights, in blocks that are laid out as they are. */
export interface TrainState {
  /** Adam's moments. */
  readonly first: number;
  readonly second: number;
  /** The moving average of the weights; 0 where none is kept. */
  readonly average: number;
  /** Exchanges the weights and their average, where there is one. */
  exchange(): void;
  /** Copies of all blocks. */
  take(): Pick<Checkpoint, 'weights' | 'first' | 'second' | 'average'>;
}

/** Allocates the state: that of a checkpoint, else moments of 0 and an average that begins at the weights. */
export function createTrainState(
  { engine, memory }: Runtime,
  { averaged, checkpoint }: { averaged: boolean; checkpoint?: Checkpoint },
): TrainState {
  const { total } = memory.places;
  const { weights } = memory;
  const first = engine.allocateReals(total);
  const second = engine.allocateReals(total);
  const average = averaged ? engine.allocateReals(total) : 0;
  const block = (pointer: number) => engine.realsAt(pointer, total);
  if (checkpoint) {
    block(weights).set(checkpoint.weights);
    block(first).set(checkpoint.first);
    block(second).set(checkpoint.second);
  }
  if (averaged) block(average).set(checkpoint?.average ?? block(weights));
  return {
    first,
    second,
    average,
    exchange() {
      if (!averaged) return;
      const held = block(weights).slice();
      block(weights).set(block(average));
      block(average).set(held);
    },
    take: () => ({
      weights: block(weights).slice(),
      first: block(first).slice(),
      second: block(second).slice(),
      ...(averaged && { average: block(average).slice() }),
    }),
  };
}
