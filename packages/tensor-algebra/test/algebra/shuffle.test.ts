import fc from 'fast-check';
import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import {
  coefficients,
  shuffle,
  shuffleWords,
  signatureLength,
  wordToIndex,
} from '../../src/index.js';
import { randomPath } from '../random-paths.js';
import { expectClose, randomTensors } from '../random-tensors.js';

describe('shuffle', () => {
  it('of two functionals is the product of their values on signatures', () => {
    const pair = randomPath(2, 8).chain(({ path, channels }) =>
      fc.record({
        path: fc.constant(path),
        channels: fc.constant(channels),
        left: fc.array(fc.nat(channels - 1), { minLength: 1, maxLength: 3 }),
        right: fc.array(fc.nat(channels - 1), { minLength: 1, maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(pair, ({ path, left, right }) => {
        const [a, b] = coefficients(path, [left, right]).data;
        const shuffled = shuffleWords(left, right);
        const values = coefficients(
          path,
          shuffled.map(({ word }) => word),
        ).data;
        const sum = shuffled.reduce((total, { count }, index) => total + count * values[index], 0);
        const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        expect(Math.abs(sum - a * b) / scale).toBeLessThan(1e-9);
      }),
    );
  });

  it('of tensors sums the shuffles of their words', () => {
    const size = signatureLength(2, 4);
    for (const [left, right] of [
      [[0], [1]],
      [[0, 1], [0]],
      [
        [1, 0],
        [0, 1],
      ],
      [[0], [0, 0, 0]],
    ]) {
      const [a, b, expected] = [0, 0, 0].map(() => ndarray(new Float64Array(size), [size]));
      a.set(wordToIndex(left, 2), 2);
      b.set(wordToIndex(right, 2), 3);
      for (const { word, count } of shuffleWords(left, right))
        expected.set(wordToIndex(word, 2), 6 * count);
      expectClose(shuffle(a, b, 2), expected);
    }
  });

  it('is commutative and associative and respects the scalar term', () => {
    fc.assert(
      fc.property(randomTensors(true), ({ channels, a, b, c }) => {
        const options = { scalarTerm: true };
        const ab = shuffle(a, b, channels, options);
        expectClose(ab, shuffle(b, a, channels, options));
        const bc = shuffle(b, c, channels, options);
        expectClose(shuffle(ab, c, channels, options), shuffle(a, bc, channels, options), 8);
        expect(ab.get(0)).toBeCloseTo(a.get(0) * b.get(0), 12);
      }),
    );
  });

  it('of words counts every way of dealing', () => {
    expect(shuffleWords([0], [0, 1])).toEqual([
      { word: [0, 0, 1], count: 2 },
      { word: [0, 1, 0], count: 1 },
    ]);
    expect(shuffleWords([], [1])).toEqual([{ word: [1], count: 1 }]);
    const total = shuffleWords([0, 1, 2], [2, 1, 0, 0]).reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe(35);
    expect(() => shuffleWords([-1], [0])).toThrow(RangeError);
    expect(() => shuffleWords('01' as never, [0])).toThrow(TypeError);
  });
});
