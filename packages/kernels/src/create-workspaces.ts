import type { Allocator } from './allocator.js';

/** The scratch memory of each thread. */
export interface Workspaces {
  /** A pointer for each thread. */
  readonly pointers: readonly number[];
  /** Where the last of them ends. */
  readonly end: number;
  /** Makes each of them at least this large. */
  reserve(bytes: number): void;
}

/** What every kernel of a fixed need finds room in; the matrix product packs into 0.6 MB. */
const FIRST_BYTES = 1 << 20;

/** Allocates a workspace for each of some threads. */
export function createWorkspaces(allocator: Allocator, threads: number): Workspaces {
  let size = 0;
  let pointers: number[] = [];
  let end = 0;
  const reserve = (bytes: number): void => {
    if (bytes <= size) return;
    pointers = Array.from({ length: threads }, () => allocator.allocate(bytes));
    end = allocator.mark();
    size = bytes;
  };
  reserve(FIRST_BYTES);
  return {
    get pointers() {
      return pointers;
    },
    get end() {
      return end;
    },
    reserve,
  };
}
