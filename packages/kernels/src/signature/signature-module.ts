import { signatureWasm } from '../generated/signature-wasm.js';
import { fromHex } from '../hex.js';
import type { KernelModule } from '../kernel-module.js';
import { signatureScalar } from './scalar/index.js';

/** The kernels of path signatures. */
export const signatureModule: Required<KernelModule> = {
  name: 'signature',
  kernels: [
    'signatureBytes',
    'signatureReals',
    'signatureDoubles',
    'signatureBackward',
    'signatureBackwardDoubles',
    'chenProduct',
    'chenProductDoubles',
    'tensorLog',
    'tensorLogDoubles',
    'tensorExp',
    'tensorExpDoubles',
    'tensorLogBackward',
    'tensorLogBackwardDoubles',
  ],
  wasm: () => fromHex(signatureWasm),
  scalar: signatureScalar,
};
