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

/** Allocates a workspace of some bytes for each thread. */
export function createWorkspaces(
  allocator: Allocator,
  threads: number,
  firstBytes: number,
): Workspaces {
  let size = 0;
  let pointers: number[] = [];
  let end = 0;
  const reserve = (bytes: number): void => {
    if (bytes <= size) return;
    pointers = Array.from({ length: threads }, () => allocator.allocate(bytes));
    end = allocator.mark();
    size = bytes;
  };
  reserve(firstBytes);
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
