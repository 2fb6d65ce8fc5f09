import { describe, expect, it } from 'vitest';
import { logSignatureLength, lyndonBrackets, lyndonWords } from '../../src/index.js';
import { nameOf, oracleCases } from '../oracle-cases.js';

const cases = oracleCases.filter((each) => each.lyndonWords !== undefined);

describe('Lyndon words', () => {
  it.each(cases.map((each) => [nameOf(each), each] as const))(
    'and their brackets come in the order of the independent list: %s',
    (_name, { channels, depth, lyndonWords: words, lyndonBrackets: brackets }) => {
      expect(lyndonWords(channels, depth)).toEqual(words);
      expect(lyndonBrackets(channels, depth)).toEqual(brackets);
    },
  );

  it('are counted by Witt’s formula', () => {
    expect(logSignatureLength(3, 4)).toBe(32);
    expect(logSignatureLength(3, 5)).toBe(80);
    expect(logSignatureLength(1, 12)).toBe(1);
    for (const [channels, depth] of [
      [1, 4],
      [2, 12],
      [3, 7],
      [4, 5],
      [7, 3],
    ]) {
      expect(lyndonWords(channels, depth)).toHaveLength(logSignatureLength(channels, depth));
    }
  });

  it('are smaller than each of their proper suffixes', () => {
    for (const word of lyndonWords(3, 6)) {
      for (let from = 1; from < word.length; from++) {
        expect(word.join('') < word.slice(from).join('')).toBe(true);
      }
    }
  });

  it('are refused for channels and depths out of range', () => {
    for (const list of [lyndonWords, lyndonBrackets, logSignatureLength]) {
      expect(() => list(0, 3)).toThrow(RangeError);
      expect(() => list(3, 0)).toThrow(RangeError);
      expect(() => list(3, 13)).toThrow(RangeError);
    }
    expect(() => lyndonWords(100, 12)).toThrow(RangeError);
  });
});
