import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { signatureOver } from './signature.js';

/** Signatures of paths in the engine's precision; see the kernel's builder for the arguments. */
export function signatureReals(memory: MemoryViews): KernelFunction {
  return signatureOver(() => ({
    points: memory.reals,
    pointShift: memory.realShift,
    divisor: 1,
    signatures: memory.reals,
    signatureShift: memory.realShift,
  }));
}
