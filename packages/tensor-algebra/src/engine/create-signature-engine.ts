import { createThreadedEngine, type Engine } from '@sig/kernels';
import { signatureModule } from '@sig/kernels/signature';

/** What computes signatures: give it as the option `engine`. */
export type SignatureEngine = Engine;

export interface SignatureEngineOptions {
  /** Threads in all, the calling one included; by default as many as the processor tells of. */
  threads?: number;
}

const MOST_BY_DEFAULT = 8;

/**
 * Starts worker threads for signatures. Every function that takes the option `engine` then
 * divides its work among them where there is enough of it, and stays on one thread otherwise.
 * Where threads are not to be had there is one.
 *
 * @throws RangeError when `threads` is not an integer from 1 to 64.
 *
 * @example
 * const engine = await createSignatureEngine({ threads: 2 });
 * const features = signature(paths, 4, { engine });
 * engine.close();
 */
export async function createSignatureEngine({
  threads = Math.min(globalThis.navigator?.hardwareConcurrency ?? 2, MOST_BY_DEFAULT),
}: SignatureEngineOptions = {}): Promise<SignatureEngine> {
  return createThreadedEngine({ modules: [signatureModule], threads });
}
