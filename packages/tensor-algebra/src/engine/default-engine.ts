import { createEngine, type Engine } from '@sig/kernels';
import { signatureModule } from '@sig/kernels/signature';

let engine: Engine | undefined;

/** The engine of calls that name none: one thread, made on first use and kept. */
export function defaultEngine(): Engine {
  engine ??= createEngine({ modules: [signatureModule] });
  return engine;
}
