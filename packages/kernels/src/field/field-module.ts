import { fromLetters } from '../from-letters.js';
import { fieldWasm } from '../generated/field-wasm.js';
import type { KernelModule } from '../kernel-module.js';
import { fieldScalar } from './scalar/index.js';

/** The kernels of local signature fields. */
export const fieldModule: KernelModule = {
  name: 'field',
  kernels: ['fieldBytes', 'realField', 'realFieldBackward'],
  wasm: () => fromLetters(fieldWasm),
  scalar: fieldScalar,
};
