import type { KernelCall } from '@sig/kernels';

/** References whose distances a thread holds at a time: what the product packs together. */
export const BLOCK = 512;

/** A thread's queries against a block of references. */
export interface Block {
  readonly thread: number;
  /** The first of the queries, in the batch. */
  readonly first: number;
  /** The first of the references. */
  readonly from: number;
  /** What the products and the selection among them have in common. */
  readonly shape: { readonly rows: number; readonly columns: number };
  /** What is chosen by distance without the queries' own lengths, block after block. */
  readonly selection: {
    readonly stride: number;
    readonly scale: number;
    readonly leaveOut: number | undefined;
    readonly firstIndex: number;
    readonly fresh: boolean;
  };
}

export interface BatchOfQueries {
  readonly threads: number;
  /** The first query of the batch among all, and how many it has. */
  readonly start: number;
  readonly count: number;
  /** How many there are. */
  readonly references: number;
  readonly leaveOneOut: boolean;
}

/** Each thread's program: its share of a batch of queries, against the references block by block. */
export function programsByBlocks(
  { threads, start, count, references, leaveOneOut }: BatchOfQueries,
  callsOf: (block: Block) => KernelCall[],
): KernelCall[][] {
  return Array.from({ length: threads }, (_, thread) => {
    const program: KernelCall[] = [];
    const first = Math.floor((thread * count) / threads);
    const rows = Math.floor(((thread + 1) * count) / threads) - first;
    for (let from = 0; rows > 0 && from < references; from += BLOCK) {
      const leaveOut = leaveOneOut ? start + first - from : undefined;
      const columns = Math.min(BLOCK, references - from);
      const fresh = from === 0;
      const selection = { stride: BLOCK, scale: -2, leaveOut, firstIndex: from, fresh };
      program.push(...callsOf({ thread, first, from, shape: { rows, columns }, selection }));
    }
    return program;
  });
}
