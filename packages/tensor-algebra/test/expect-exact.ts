import type { NdArray } from 'ndarray';
import { expect } from 'vitest';

type Numbers = Float32Array | Float64Array;

/** The length of a path in the 1-norm: no coefficient of level k is beyond variation^k / k!. */
export function variation(...paths: NdArray<Numbers>[]): number {
  let sum = 0;
  for (const path of paths) {
    for (let point = 1; point < path.shape[0]; point++) {
      for (let channel = 0; channel < path.shape[1]; channel++) {
        sum += Math.abs(path.get(point, channel) - path.get(point - 1, channel));
      }
    }
  }
  return sum;
}

/**
 * Expects a tensor to be as wanted but for rounding: relative to what its levels could be at most
 * for a path of this length.
 */
export function expectExact(
  actual: Numbers,
  expected: ArrayLike<number>,
  channels: number,
  length: number,
): void {
  const tolerance = actual instanceof Float32Array ? 3e-5 : 1e-12;
  expect(actual.length).toBe(expected.length);
  let bound = 1;
  for (let start = 0, level = 1, words = channels; start < expected.length; level++) {
    // Even a path of no length has been rounded.
    bound *= (length + 1e-3) / level;
    for (let word = start; word < start + words; word++) {
      expect(Math.abs(actual[word] - expected[word]) / bound).toBeLessThanOrEqual(tolerance);
    }
    start += words;
    words *= channels;
  }
}
