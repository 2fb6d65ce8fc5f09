import { fromLetters } from '../from-letters.js';
import { signatureWasm } from '../generated/signature-wasm.js';
import type { KernelModule } from '../kernel-module.js';
import { signatureScalar } from './scalar/index.js';

/** The kernels of path signatures. */
export const signatureModule: Required<KernelModule> = {
  name: 'signature',
  kernels: [
    'scaleBytes',
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
  wasm: () => fromLetters(signatureWasm),
  scalar: signatureScalar,
};
