import { fromLetters } from '../from-letters.js';
import { integersWasm } from '../generated/integers-wasm.js';
import type { KernelModule } from '../kernel-module.js';
import { integersScalar } from './scalar/index.js';

/** The kernels of exact distances between rows of bytes. */
export const integersModule: Required<KernelModule> = {
  name: 'integers',
  kernels: ['integerProducts', 'smallestIntegers'],
  wasm: () => fromLetters(integersWasm),
  scalar: integersScalar,
};
