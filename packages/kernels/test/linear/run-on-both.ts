import { expect } from 'vitest';
import { createEngine, type KernelCall } from '../../src/index.js';
import { linearModule } from '../../src/linear/index.js';

type Arrays<Name extends string> = Record<Name, readonly number[]>;

const SENTINEL = 77;

/** Runs one kernel in the compiled and in the scalar backend over the same arrays. */
export function runOnBoth<Name extends string>(
  arrays: Arrays<Name>,
  makeCall: (pointers: Record<Name, number>) => KernelCall,
  integers: readonly NoInfer<Name>[] = [],
): { simd: Record<Name, number[]>; scalar: Record<Name, number[]> } {
  const names = Object.keys(arrays) as Name[];
  const run = (backend: 'simd' | 'scalar'): Record<Name, number[]> => {
    const engine = createEngine({ modules: [linearModule], backend });
    const pointers = {} as Record<Name, number>;
    for (const name of names) {
      const values = arrays[name];
      pointers[name] = engine.allocateReals(values.length + 1);
      const view = integers.includes(name)
        ? engine.int32At(pointers[name], values.length)
        : engine.realsAt(pointers[name], values.length);
      view.set(values);
      engine.realsAt(pointers[name] + values.length * 4, 1)[0] = SENTINEL;
    }
    engine.call(...makeCall(pointers));
    const results = {} as Record<Name, number[]>;
    for (const name of names) {
      const { length } = arrays[name];
      results[name] = Array.from(engine.realsAt(pointers[name], length));
      expect(engine.realsAt(pointers[name] + length * 4, 1)[0], `what lies after ${name}`).toBe(
        SENTINEL,
      );
    }
    return results;
  };
  return { simd: run('simd'), scalar: run('scalar') };
}

/** Expects equal lengths and, place by place, a difference small against the larger of 1 and the value. */
export function expectClose(
  actual: readonly number[],
  expected: readonly number[],
  tolerance = 1e-5,
): void {
  expect(actual.length).toBe(expected.length);
  for (const [index, value] of expected.entries()) {
    const difference = Math.abs(actual[index] - value);
    if (!(difference <= tolerance * Math.max(1, Math.abs(value)))) {
      expect.fail(`${actual[index]} is not close to ${value} at ${index}`);
    }
  }
}
