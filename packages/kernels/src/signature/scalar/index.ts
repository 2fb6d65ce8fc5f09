import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { signatureBytes } from './signature-bytes.js';
import { signatureDoubles } from './signature-doubles.js';
import { signatureReals } from './signature-reals.js';

/** The scalar twin of every kernel of the signature family. */
export function signatureScalar(memory: MemoryViews): Record<string, KernelFunction> {
  return {
    signatureBytes: signatureBytes(memory),
    signatureReals: signatureReals(memory),
    signatureDoubles: signatureDoubles(memory),
  };
}
