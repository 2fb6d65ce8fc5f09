import { expect } from 'vitest';

/** Expects each value close to the other one, against the largest of all. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  let scale = 1;
  for (let index = 0; index < expected.length; index++) {
    scale = Math.max(scale, Math.abs(expected[index]));
  }
  for (let index = 0; index < expected.length; index++) {
    if (!(Math.abs(actual[index] - expected[index]) <= tolerance * scale)) {
      expect.fail(`${actual[index]} is not close to ${expected[index]} at ${index}`);
    }
  }
}
