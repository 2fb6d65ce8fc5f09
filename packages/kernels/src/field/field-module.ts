import { fieldWasm } from '../generated/field-wasm.js';
import { fromHex } from '../hex.js';
import type { KernelModule } from '../kernel-module.js';
import { fieldScalar } from './scalar/index.js';

/** The kernels of local signature fields. */
export const fieldModule: KernelModule = {
  name: 'field',
  kernels: ['fieldBytes'],
  wasm: () => fromHex(fieldWasm),
  scalar: fieldScalar,
};
