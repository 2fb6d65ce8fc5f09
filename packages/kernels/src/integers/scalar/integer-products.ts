import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** Scalar products of rows of bytes. */
export function integerProducts(memory: MemoryViews): KernelFunction {
  return (_workspace, a, aStride, b, bStride, c, cStride, rows, columns, inner) => {
    const { bytes, int32 } = memory;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let k = 0; k < inner; k++) {
          // The sign of a byte is its eighth bit.
          sum +=
            ((bytes[a + i * aStride + k] << 24) >> 24) * ((bytes[b + j * bStride + k] << 24) >> 24);
        }
        int32[(c >>> 2) + i * cStride + j] = sum;
      }
    }
  };
}
