import { createThreadedEngine, type Engine, type KernelModule } from '@sig/kernels';
import { linearModule } from '@sig/kernels/linear';

export interface EngineChoice {
  /** Threads in all (1); not with `engine`. */
  threads?: number;
  /** An engine that has the linear kernels; it is not closed. */
  engine?: Engine;
}

/** Runs a task on the engine that was given, or on one of its own that is closed afterwards. */
export async function withEngine<T>(
  { threads, engine }: EngineChoice,
  task: (engine: Engine) => T | Promise<T>,
  modules: readonly KernelModule[] = [linearModule],
): Promise<T> {
  if (engine) return task(engine);
  const own = await createThreadedEngine({ modules, threads });
  try {
    return await task(own);
  } finally {
    own.close();
  }
}
