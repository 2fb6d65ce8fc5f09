import { expect, test } from 'vitest';
import { wordCount } from '../../src/signature/index.js';

test('the words of three letters up to level six are 3, 12, 39, 120, 363 and 1092', () => {
  const counts = [1, 2, 3, 4, 5, 6].map((depth) => wordCount(3, depth));
  expect(counts).toEqual([3, 12, 39, 120, 363, 1092]);
});

test('one letter has one word a level', () => {
  expect(wordCount(1, 12)).toBe(12);
});
