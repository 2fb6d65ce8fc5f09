import type { Engine } from '@sig/kernels';
import type { RealData } from '../arrays/real-array.js';

/** A number format inside an engine's memory, and the places of arrays in it. */
export interface NumberFormat {
  bytes: 4 | 8;
  /** A pointer to room for so many numbers, whatever it holds. */
  allocate(count: number): number;
  /** A view of numbers at a pointer; stale once the memory has grown. */
  view(pointer: number, count: number): RealData;
}

/** The number format that arrays of the kind of `like` have in the engine's memory. */
export function numberFormat(engine: Engine, like: RealData): NumberFormat {
  const bytes = like instanceof Float32Array ? 4 : 8;
  return {
    bytes,
    allocate: (count) => engine.allocate(count * bytes, false),
    view(pointer, count) {
      const memory = bytes === 4 ? engine.float32 : engine.float64;
      return memory.subarray(pointer / bytes, pointer / bytes + count);
    },
  };
}
