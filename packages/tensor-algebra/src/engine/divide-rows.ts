import type { Engine, KernelCall, Program } from '@sig/kernels';

/** Paths that one vector holds: a share of work is a multiple of it. */
export const LANES = 4;

// Below this many multiply-adds a thread, waking it costs more than it saves.
const WORK_WORTH_A_THREAD = 1_000_000;

/**
 * Runs kernel calls over rows, divided among as many threads as the work is worth.
 *
 * `work` is the multiply-adds of one row; `call` gives the call for some of the rows.
 */
export function divideRows(
  engine: Engine,
  rows: number,
  work: number,
  call: (first: number, count: number) => KernelCall,
): void {
  const threads = usefulThreads(engine, rows * work);
  const share = Math.ceil(rows / threads / LANES) * LANES;
  const programs: Program[] = [];
  for (let first = 0; first < rows; first += share) {
    programs.push([call(first, Math.min(share, rows - first))]);
  }
  engine.run(programs);
}

/** How many of an engine's threads this much work, in multiply-adds, is worth. */
export function usefulThreads(engine: Engine, work: number): number {
  return Math.max(1, Math.min(engine.threads, Math.floor(work / WORK_WORTH_A_THREAD)));
}
