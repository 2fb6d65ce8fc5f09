import { expect } from 'vitest';
import { expectLevels } from './expect-levels.js';

/** Expects each tensor of a batch to be as wanted, level by level. */
export function expectRows(
  actual: Float32Array | Float64Array,
  expected: Float32Array | Float64Array,
  words: number,
  channels: number,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  for (let at = 0; at < expected.length; at += words) {
    const row = actual.subarray(at, at + words);
    expectLevels(row, expected.subarray(at, at + words), channels, tolerance);
  }
}
