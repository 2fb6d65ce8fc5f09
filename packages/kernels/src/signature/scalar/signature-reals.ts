import type { KernelFunction } from '../../kernel-module.js';
import type { NumberFormat } from './number-format.js';
import { signatureOver } from './signature.js';

/** Signatures of paths of reals; see the kernel's builder for the arguments. */
export function signatureReals(format: () => NumberFormat): KernelFunction {
  return signatureOver(() => {
    const { numbers, shift } = format();
    return {
      points: numbers,
      pointShift: shift,
      divisor: 1,
      signatures: numbers,
      signatureShift: shift,
    };
  });
}
