import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The numbers that are compared, and how a byte pointer becomes an index of theirs. */
export interface ComparedNumbers {
  numbers: Float32Array | Float64Array | Int32Array;
  shift: number;
}

/** The k smallest of each row, of numbers of any kind; `largest` stands where fewer were found. */
export function keepSmallest(
  memory: MemoryViews,
  view: () => ComparedNumbers,
  largest: number,
): KernelFunction {
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
    const { numbers, shift } = view();
    const { int32 } = memory;
    for (let i = 0; i < rows; i++) {
      const kept = (values >>> shift) + i * k;
      const places = (indices >>> 2) + i * k;
      if (fresh) {
        numbers.fill(largest, kept, kept + k);
        int32.fill(-1, places, places + k);
      }
      for (let j = 0; j < columns; j++) {
        if (j === leaveOut + i) continue;
        const value =
          numbers[(offsets >>> shift) + j] + scale * numbers[(matrix >>> shift) + i * stride + j];
        let place = k;
        while (place > 0 && value < numbers[kept + place - 1]) place--;
        if (place === k) continue;
        numbers.copyWithin(kept + place + 1, kept + place, kept + k - 1);
        int32.copyWithin(places + place + 1, places + place, places + k - 1);
        numbers[kept + place] = value;
        int32[places + place] = firstIndex + j;
      }
    }
  };
}
