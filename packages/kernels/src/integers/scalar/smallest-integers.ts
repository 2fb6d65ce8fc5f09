import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

const NONE = 2 ** 31 - 1;

/** The k smallest of each row, in integers. */
export function smallestIntegers(memory: MemoryViews): KernelFunction {
  return (
    _workspace,
    matrix,
    stride,
    rows,
    columns,
    offsets,
    scale,
    leaveOut,
    firstIndex,
    k,
    values,
    indices,
    fresh,
  ) => {
    const { int32 } = memory;
    for (let i = 0; i < rows; i++) {
      const kept = (values >>> 2) + i * k;
      const places = (indices >>> 2) + i * k;
      if (fresh) {
        int32.fill(NONE, kept, kept + k);
        int32.fill(-1, places, places + k);
      }
      for (let j = 0; j < columns; j++) {
        if (j === leaveOut + i) continue;
        const value = int32[(offsets >>> 2) + j] + scale * int32[(matrix >>> 2) + i * stride + j];
        let place = k;
        while (place > 0 && value < int32[kept + place - 1]) place--;
        if (place === k) continue;
        int32.copyWithin(kept + place + 1, kept + place, kept + k - 1);
        int32.copyWithin(places + place + 1, places + place, places + k - 1);
        int32[kept + place] = value;
        int32[places + place] = firstIndex + j;
      }
    }
  };
}
