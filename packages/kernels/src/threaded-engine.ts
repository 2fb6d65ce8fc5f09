import { chooseBackend } from './choose-backend.js';
import { assembleEngine, type Engine, type EngineOptions } from './engine.js';
import { compile } from './instantiate.js';
import { threadsSupported } from './support.js';
import { createThreadPool } from './thread-pool.js';

export interface ThreadedEngineOptions extends EngineOptions {
  /** Threads in all, the calling one included. Where threads are not to be had, one is used. */
  threads?: number;
}

const PAGE = 65536;

/**
 * Creates an engine whose programs run on several threads over one shared memory.
 *
 * The calling thread does the first program itself and blocks until the others are done, so in a
 * browser it must be a worker.
 *
 * @throws RangeError when `threads` is not an integer from 1 to 64, and where `createEngine` would.
 *
 * @example
 * const engine = await createThreadedEngine({ modules: [linearModule], threads: 2 });
 */
export async function createThreadedEngine(options: ThreadedEngineOptions): Promise<Engine> {
  const { threads = 1 } = options;
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) {
    throw new RangeError(`threads must be an integer from 1 to 64, got ${threads}`);
  }
  const backend = chooseBackend(options);
  if (threads === 1 || backend === 'scalar' || !threadsSupported()) {
    const memory = new WebAssembly.Memory({ initial: 16, maximum: PAGE });
    return assembleEngine(options, memory, backend);
  }
  const memory = createSharedMemory();
  const pool = await createThreadPool({
    memory,
    modules: options.modules.map((module) => compile(module, memory)),
    kernels: options.modules.flatMap((module) => module.kernels),
    workers: threads - 1,
  });
  try {
    return assembleEngine(options, memory, backend, pool);
  } catch (error) {
    pool.close();
    throw error;
  }
}

/** As large a shared memory as this machine grants: address space is reserved, not used. */
function createSharedMemory(): WebAssembly.Memory {
  for (let maximum = PAGE; ; maximum >>= 1) {
    try {
      return new WebAssembly.Memory({ initial: 16, maximum, shared: true });
    } catch (error) {
      if (maximum <= 1024) throw error;
    }
  }
}
