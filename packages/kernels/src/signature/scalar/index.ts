import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The scalar twin of every kernel of the signature family. */
export function signatureScalar(_memory: MemoryViews): Record<string, KernelFunction> {
  return {};
}
