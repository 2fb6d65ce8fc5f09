import { createEngine, type Engine } from '../../src/index.js';
import {
  signatureBackwardWorkspaceBytes,
  signatureModule,
  signatureWorkspaceBytes,
  tensorWorkspaceBytes,
} from '../../src/signature/index.js';

const modules = [signatureModule];

/** The compiled kernels, their twins in float32, and their twins in float64. */
export const simd = createEngine({ modules, backend: 'simd' });
export const scalar = createEngine({ modules, backend: 'scalar' });
export const exact = createEngine({ modules, backend: 'scalar', precision: 'float64' });

/** Runs a function with the memory it allocates, then gives the memory back. */
export function inScope<Result>(engine: Engine, run: () => Result): Result {
  // The workspace is never given back, so it is made large enough for every test beforehand.
  engine.reserveWorkspace(
    Math.max(
      signatureWorkspaceBytes(6, 6),
      signatureBackwardWorkspaceBytes(6, 6),
      tensorWorkspaceBytes(4, 5),
    ),
  );
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

/** Numbers in the format of a kernel: float64, or the engine's reals. */
export interface Format {
  put(numbers: ArrayLike<number>): number;
  get(pointer: number, count: number): number[];
}

/** How a kernel of doubles, or one of reals, reads and writes its numbers. */
export function formatOf(engine: Engine, doubles: boolean): Format {
  return {
    put: (numbers) => (doubles ? placeDoubles(engine, numbers) : place(engine, numbers)),
    get: (pointer, count) =>
      Array.from(
        doubles
          ? engine.float64.subarray(pointer >>> 3, (pointer >>> 3) + count)
          : engine.realsAt(pointer, count),
      ),
  };
}

/** Every way to run a kernel of reals, and how exact it is. */
export const variants: [name: string, engine: Engine, doubles: boolean, tolerance: number][] = [
  ['compiled float32 kernel', simd, false, 1e-4],
  ['compiled float64 kernel', simd, true, 1e-10],
  ['float32 twin', scalar, false, 1e-4],
  ['float64 twin of a float32 engine', scalar, true, 1e-10],
  ['twin of a float64 engine', exact, false, 1e-10],
];

/** Numbers between -size and size that float32 holds exactly. */
export function scatter(seed: number, count: number, size = 0.7): number[] {
  return Array.from({ length: count }, (_, at) =>
    Math.fround(Math.sin(seed + at * 12.9898 + at * at * 0.7) * size),
  );
}

/** Tensors whose levels are as small as those of signatures: numbers up to 0.7 / level!. */
export function scatterLevels(
  seed: number,
  channels: number,
  depth: number,
  count: number,
): number[] {
  const sizes: number[] = [];
  for (let level = 1, size = 0.7; level <= depth; level++, size /= level) {
    for (let word = 0; word < channels ** level; word++) sizes.push(size);
  }
  const numbers = scatter(seed, sizes.length * count, 1);
  return numbers.map((number, at) => Math.fround(number * sizes[at % sizes.length]));
}
