import { createThreadedEngine, type Engine } from '@sig/kernels';
import { networkModules } from '../network/create-network.js';
import type { Network } from '../network/network.js';

export interface EngineChoice {
  threads?: number;
  engine?: Engine;
}

/** Runs a task on the engine that was given, or on one of its own that is closed afterwards. */
export async function withEngine<T>(
  network: Network,
  { threads, engine }: EngineChoice,
  task: (engine: Engine) => Promise<T>,
): Promise<T> {
  if (engine) {
    if (threads === undefined || threads === engine.threads) return task(engine);
    throw new RangeError(
      `threads is ${threads} but the given engine has ${engine.threads}; leave it out`,
    );
  }
  const own = await createThreadedEngine({ modules: networkModules(network), threads });
  try {
    return await task(own);
  } finally {
    own.close();
  }
}
