import { expect } from 'vitest';

/**
 * Expects each level of a tensor without scalar to be as wanted, relative to the level's largest
 * number; `floor` is the least size that a level is taken to have, one for all or a function of the
 * level.
 */
export function expectLevels(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  channels: number,
  tolerance: number,
  floor: number | ((level: number) => number) = 1e-300,
): void {
  expect(actual.length).toBe(expected.length);
  let start = 0;
  for (let words = channels, level = 1; start < expected.length; words *= channels, level++) {
    let largest = typeof floor === 'number' ? floor : floor(level);
    let worst = 0;
    for (let word = start; word < start + words; word++) {
      largest = Math.max(largest, Math.abs(expected[word]));
      const difference = Math.abs(actual[word] - expected[word]);
      if (!(difference <= worst)) worst = difference;
    }
    expect(worst / largest, `level of ${words} words`).toBeLessThanOrEqual(tolerance);
    start += words;
  }
}
