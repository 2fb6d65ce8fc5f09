import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectStratified } from '../../src/data/select-stratified.js';

const labels = fc.array(fc.nat(3), { minLength: 1, maxLength: 60 });

test('as many samples as asked for, each once, in order', () => {
  fc.assert(
    fc.property(labels, fc.integer({ min: 1, max: 80 }), fc.nat(), (list, limit, seed) => {
      const chosen = selectStratified(list, limit, seed);
      expect(chosen).toHaveLength(Math.min(limit, list.length));
      expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
    }),
  );
});

test('no class is left out where the limit leaves room for all', () => {
  fc.assert(
    fc.property(labels, fc.integer({ min: 4, max: 80 }), fc.nat(), (list, limit, seed) => {
      const found = new Set(selectStratified(list, limit, seed).map((index) => list[index]));
      expect(found).toEqual(new Set(list));
    }),
  );
});

test('classes keep their shares', () => {
  const list = Array.from({ length: 400 }, (_, index) => (index % 4 === 0 ? 1 : 0));
  const chosen = selectStratified(list, 100, 3).map((index) => list[index]);
  expect(chosen.filter((label) => label === 1)).toHaveLength(25);
});

test('the seed decides', () => {
  const list = new Array(100).fill(0);
  expect(selectStratified(list, 10, 1)).toEqual(selectStratified(list, 10, 1));
  expect(selectStratified(list, 10, 1)).not.toEqual(selectStratified(list, 10, 2));
});
