import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { gemm } from './gemm.js';

/** A product for each group of each sample; see the kernel's builder for the arguments. */
export function batchedGemm(memory: MemoryViews): KernelFunction {
  const multiply = gemm(memory);
  return (workspace, samples, groups, ...args) => {
    const [c, cStride, cSample, cGroup, a, aStride, aSample, aGroup, transposeA] = args;
    const [b, bStride, bSample, bGroup, transposeB, rows, columns, inner, accumulate] =
      args.slice(9);
    const { realShift } = memory;
    for (let s = 0; s < samples; s++) {
      for (let g = 0; g < groups; g++) {
        const at = (pointer: number, sample: number, group: number): number =>
          pointer + ((s * sample + g * group) << realShift);
        multiply(
          workspace,
          ...[at(c, cSample, cGroup), cStride],
          ...[at(a, aSample, aGroup), aStride, transposeA],
          ...[at(b, bSample, bGroup), bStride, transposeB],
          ...[rows, columns, inner, 0, 0, accumulate],
        );
      }
    }
  };
}
