import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The k smallest of each row. */
export function smallest(memory: MemoryViews): KernelFunction {
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
    const { reals, realShift, int32 } = memory;
    for (let i = 0; i < rows; i++) {
      const kept = (values >>> realShift) + i * k;
      const places = (indices >>> 2) + i * k;
      if (fresh) {
        reals.fill(Number.POSITIVE_INFINITY, kept, kept + k);
        int32.fill(-1, places, places + k);
      }
      for (let j = 0; j < columns; j++) {
        if (j === leaveOut + i) continue;
        const value =
          reals[(offsets >>> realShift) + j] +
          scale * reals[(matrix >>> realShift) + i * stride + j];
        let place = k;
        while (place > 0 && value < reals[kept + place - 1]) place--;
        if (place === k) continue;
        reals.copyWithin(kept + place + 1, kept + place, kept + k - 1);
        int32.copyWithin(places + place + 1, places + place, places + k - 1);
        reals[kept + place] = value;
        int32[places + place] = firstIndex + j;
      }
    }
  };
}
