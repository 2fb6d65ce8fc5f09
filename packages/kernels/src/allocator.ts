const PAGE = 65536;
// Address 0 stays unused, so that a null pointer is never a valid one.
const FIRST = 64;
// Kernels load whole vectors whose last numbers may lie behind an array, unused: behind the last
// array too there must be memory.
const VECTOR = 16;

export interface Allocator {
  /** Zeroed, unless `clear` is false. */
  allocate(bytes: number, clear?: boolean): number;
  mark(): number;
  release(mark: number): void;
}

/** A bump allocator over a WebAssembly memory: what is released is everything since a mark. */
export function createAllocator(memory: WebAssembly.Memory): Allocator {
  let top = FIRST;
  let dirty = FIRST;
  return {
    allocate(bytes, clear = true) {
      if (!(Number.isSafeInteger(bytes) && bytes >= 0)) {
        throw new RangeError(`bytes must be an integer of at least 0, got ${bytes}`);
      }
      const pointer = Math.ceil(top / 64) * 64;
      const end = pointer + bytes;
      const missing = Math.ceil((end + VECTOR - memory.buffer.byteLength) / PAGE);
      if (missing > 0) grow(memory, missing, bytes);
      // Fresh pages are zero; only what was released before needs clearing.
      if (clear && pointer < dirty)
        new Uint8Array(memory.buffer, pointer, Math.min(end, dirty) - pointer).fill(0);
      top = end;
      if (end > dirty) dirty = end;
      return pointer;
    },
    mark: () => top,
    release(mark) {
      if (!(mark >= FIRST && mark <= top)) {
        throw new RangeError(
          `mark must be one that mark() gave and no release has passed, got ${mark}`,
        );
      }
      top = mark;
    },
  };
}

function grow(memory: WebAssembly.Memory, pages: number, bytes: number): void {
  // Growing by a quarter at least keeps the number of moves small.
  const current = memory.buffer.byteLength / PAGE;
  try {
    memory.grow(Math.max(pages, Math.min(current >> 2, PAGE - current)));
  } catch {
    try {
      memory.grow(pages);
    } catch {
      throw new RangeError(
        `cannot allocate ${bytes} bytes: ${memory.buffer.byteLength} are in use and the memory cannot grow; use a smaller batch or image size`,
      );
    }
  }
}
