import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { gemm } from './gemm.js';

/** The scalar twin of every kernel of the linear family. */
export function linearScalar(memory: MemoryViews): Record<string, KernelFunction> {
  return { gemm: gemm(memory) };
}
