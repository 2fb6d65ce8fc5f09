import type { MemoryViews } from '../../memory.js';

/** The memory as numbers of one format: `pointer >>> shift` is an index. */
export interface NumberFormat {
  numbers: Float32Array | Float64Array;
  shift: number;
}

/** The engine's own format; ask afresh for every call. */
export function realsOf(memory: MemoryViews): NumberFormat {
  return { numbers: memory.reals, shift: memory.realShift };
}

/** float64, whatever the engine's precision. */
export function doublesOf(memory: MemoryViews): NumberFormat {
  return { numbers: memory.float64, shift: 3 };
}

/** `count` numbers at a pointer plus an offset in numbers, as a copy in float64. */
export function readNumbers(
  { numbers, shift }: NumberFormat,
  pointer: number,
  offset: number,
  count: number,
): Float64Array {
  const from = (pointer >>> shift) + offset;
  return Float64Array.from(numbers.subarray(from, from + count));
}
