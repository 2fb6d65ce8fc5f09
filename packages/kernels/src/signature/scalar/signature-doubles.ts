import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { signatureOver } from './signature.js';

/** Signatures of paths of float64, whatever the engine's precision. */
export function signatureDoubles(memory: MemoryViews): KernelFunction {
  return signatureOver(() => ({
    points: memory.float64,
    pointShift: 3,
    divisor: 1,
    signatures: memory.float64,
    signatureShift: 3,
  }));
}
