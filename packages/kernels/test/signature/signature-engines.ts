import { createEngine, type Engine } from '../../src/index.js';
import { signatureModule, signatureWorkspaceBytes } from '../../src/signature/index.js';

const modules = [signatureModule];

/** The compiled kernels, their twins in float32, and their twins in float64. */
export const simd = createEngine({ modules, backend: 'simd' });
export const scalar = createEngine({ modules, backend: 'scalar' });
export const exact = createEngine({ modules, backend: 'scalar', precision: 'float64' });

/** Runs a function with the memory it allocates, then gives the memory back. */
export function inScope<Result>(engine: Engine, run: () => Result): Result {
  // The workspace is never given back, so it is made large enough for every test beforehand.
  engine.reserveWorkspace(signatureWorkspaceBytes(3, 8));
  const mark = engine.mark();
  const result = run();
  engine.release(mark);
  return result;
}

/** Puts numbers into the engine's memory, as its reals. */
export function place(engine: Engine, numbers: ArrayLike<number>): number {
  const pointer = engine.allocateReals(numbers.length);
  engine.realsAt(pointer, numbers.length).set(numbers);
  return pointer;
}

/** Puts numbers into the engine's memory, as float64. */
export function placeDoubles(engine: Engine, numbers: ArrayLike<number>): number {
  const pointer = engine.allocate(numbers.length * 8);
  engine.float64.set(numbers, pointer >>> 3);
  return pointer;
}

/**
 * The largest difference of two lists of signatures, each level's measured against its largest
 * entry, or against reach^level / level! if that is larger: what a path gone that far may cancel.
 */
export function levelError(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  channels: number,
  depth: number,
  reach = 0,
): number {
  let worst = 0;
  let from = 0;
  while (from < expected.length) {
    let natural = 1;
    for (let level = 1; level <= depth; level++) {
      const end = from + channels ** level;
      natural *= reach / level;
      let largest = Math.max(natural, 1e-30);
      let difference = 0;
      for (; from < end; from++) {
        largest = Math.max(largest, Math.abs(expected[from]));
        const gap = Math.abs(actual[from] - expected[from]);
        difference = Number.isNaN(gap) ? Number.POSITIVE_INFINITY : Math.max(difference, gap);
      }
      worst = Math.max(worst, difference / largest);
    }
  }
  return actual.length === expected.length ? worst : Number.POSITIVE_INFINITY;
}
