import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { signatureOver } from './signature.js';

/** Signatures of paths of bytes; see the kernel's builder for the arguments. */
export function signatureBytes(memory: MemoryViews): KernelFunction {
  const kernel = signatureOver(() => ({
    points: memory.bytes,
    pointShift: 0,
    divisor: 255,
    signatures: memory.reals,
    signatureShift: memory.realShift,
  }));
  return (workspace, ...args) => {
    const [out, outStride] = args.slice(9);
    kernel(workspace, ...args.slice(0, 9), 0, 0, 0, 0, out, outStride);
  };
}
