import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** C = A·B in three loops; see the kernel's builder for the arguments. */
export function gemm(memory: MemoryViews): KernelFunction {
  return (
    _workspace,
    c,
    cStride,
    a,
    aStride,
    transposeA,
    b,
    bStride,
    transposeB,
    rows,
    columns,
    inner,
    bias,
    relu,
    accumulate,
  ) => {
    const { reals, realShift } = memory;
    const at = (pointer: number): number => pointer >>> realShift;
    const [aRow, aInner] = transposeA ? [1, aStride] : [aStride, 1];
    const [bInner, bColumn] = transposeB ? [1, bStride] : [bStride, 1];
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const place = at(c) + row * cStride + column;
        let sum = accumulate ? reals[place] : 0;
        let left = at(a) + row * aRow;
        let right = at(b) + column * bColumn;
        for (let k = 0; k < inner; k++, left += aInner, right += bInner) {
          sum += reals[left] * reals[right];
        }
        if (bias) sum += reals[at(bias) + column];
        reals[place] = relu && sum < 0 ? 0 : sum;
      }
    }
  };
}
