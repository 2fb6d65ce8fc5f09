import type { Engine } from '@sig/kernels';
import type { Network } from '../network/network.js';
import { chunkSize } from './chunk-size.js';
import { allocateLane, type Lane } from './lane.js';
import { allocateNetwork, type NetworkMemory } from './network-memory.js';
import { allocateBatch, type SampleBatch } from './sample-batch.js';

/** All the memory that running a network takes: weights, a batch, and a lane for each thread. */
export interface Runtime {
  readonly engine: Engine;
  readonly network: Network;
  readonly memory: NetworkMemory;
  readonly batch: SampleBatch;
  readonly lanes: readonly Lane[];
  /** Gives the memory back. */
  release(): void;
}

export interface RuntimeOptions {
  /** Samples in a batch. */
  batch: number;
  training: boolean;
  /** Whether samples come with targets of their own (no). */
  targets?: boolean;
}

/** Allocates what a network needs to run in an engine. */
export function createRuntime(engine: Engine, network: Network, options: RuntimeOptions): Runtime {
  // Features may enlarge the workspace when first pushed: that memory must lie below the frame.
  network.features?.push([], engine, 0, 0, 1);
  const release = engine.frame();
  try {
    const memory = allocateNetwork(engine, network);
    const batch = allocateBatch(engine, network, options.batch, options.targets);
    const shard = Math.ceil(options.batch / engine.threads);
    const lanes = Array.from({ length: engine.threads }, () =>
      allocateLane(memory, chunkSize(network, shard), options.training),
    );
    return { engine, network, memory, batch, lanes, release };
  } catch (error) {
    release();
    throw error;
  }
}
