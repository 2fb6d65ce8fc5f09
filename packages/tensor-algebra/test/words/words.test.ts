import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexToWord, signatureLength, words, wordToIndex } from '../../src/index.js';

describe('signatureLength', () => {
  it('counts the words of all levels', () => {
    expect([1, 2, 3, 4, 5, 6].map((depth) => signatureLength(3, depth))).toEqual([
      3, 12, 39, 120, 363, 1092,
    ]);
    expect(signatureLength(1, 12)).toBe(12);
    expect(signatureLength(2, 12)).toBe(8190);
  });

  it('counts the scalar term on request', () => {
    expect(signatureLength(3, 4, { scalarTerm: true })).toBe(121);
  });

  it.each([
    [0, 2],
    [-1, 2],
    [1.5, 2],
    [2, 0],
    [2, 13],
    [2, Number.NaN],
  ])('refuses %s channels at depth %s', (channels, depth) => {
    expect(() => signatureLength(channels, depth)).toThrow(RangeError);
  });
});

describe('words', () => {
  it('come by length, then in lexicographic order', () => {
    expect(words(2, 2)).toEqual([[0], [1], [0, 0], [0, 1], [1, 0], [1, 1]]);
    expect(words(1, 3)).toEqual([[0], [0, 0], [0, 0, 0]]);
  });

  it('stand where their index says, and back', () => {
    for (const [channels, depth] of [
      [1, 12],
      [2, 6],
      [3, 4],
      [5, 3],
    ]) {
      for (const [index, word] of words(channels, depth).entries()) {
        expect(wordToIndex(word, channels)).toBe(index);
        expect(indexToWord(index, channels)).toEqual(word);
      }
    }
  });

  it('and their places are inverse for random words', () => {
    const word = fc
      .integer({ min: 1, max: 30 })
      .chain((channels) =>
        fc.tuple(
          fc.constant(channels),
          fc.array(fc.nat(channels - 1), { minLength: 1, maxLength: 9 }),
        ),
      );
    fc.assert(
      fc.property(word, ([channels, letters]) => {
        expect(indexToWord(wordToIndex(letters, channels), channels)).toEqual(letters);
      }),
    );
  });

  it('refuse letters that are no channels, the empty word and bad places', () => {
    expect(() => wordToIndex([0, 3], 3)).toThrow(RangeError);
    expect(() => wordToIndex([-1], 3)).toThrow(RangeError);
    expect(() => wordToIndex([], 3)).toThrow(RangeError);
    expect(() => indexToWord(-1, 3)).toThrow(RangeError);
    expect(() => indexToWord(0.5, 3)).toThrow(RangeError);
    expect(() => words(100, 12)).toThrow(RangeError);
  });
});
