import { requireWord } from '../arguments/require-word.js';
import type { Word } from '../words/words.js';

export interface ShuffledWord {
  word: Word;
  /** How many ways of shuffling give this word. */
  count: number;
}

/**
 * The shuffle product of two words: every word that keeps the order of both, with how often it
 * comes up, in lexicographic order (Reutenauer 1993, §1.4).
 *
 * @throws TypeError or RangeError for words that are not arrays of letters from 0 on.
 *
 * @example
 * shuffleWords([0], [0, 1]); // [{ word: [0, 0, 1], count: 2 }, { word: [0, 1, 0], count: 1 }]
 */
export function shuffleWords(left: Word, right: Word): ShuffledWord[] {
  requireWord(left, Number.MAX_SAFE_INTEGER);
  requireWord(right, Number.MAX_SAFE_INTEGER);
  return shuffleSuffixes(left, right);
}

function shuffleSuffixes(left: Word, right: Word): ShuffledWord[] {
  if (left.length === 0 || right.length === 0) return [{ word: [...left, ...right], count: 1 }];
  const byLetter = new Map<number, ShuffledWord[]>();
  add(byLetter, left[0], shuffleSuffixes(left.slice(1), right));
  add(byLetter, right[0], shuffleSuffixes(left, right.slice(1)));
  return [...byLetter.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([letter, rest]) =>
      rest.map(({ word, count }) => ({ word: [letter, ...word], count })),
    );
}

/** Merges sorted words under a first letter, adding the counts of equal ones. */
function add(byLetter: Map<number, ShuffledWord[]>, letter: number, more: ShuffledWord[]): void {
  const merged = [...(byLetter.get(letter) ?? []), ...more].sort((a, b) => compare(a.word, b.word));
  const sums: ShuffledWord[] = [];
  for (const { word, count } of merged) {
    const last = sums.at(-1);
    if (last !== undefined && compare(last.word, word) === 0) last.count += count;
    else sums.push({ word, count });
  }
  byLetter.set(letter, sums);
}

function compare(a: Word, b: Word): number {
  const place = a.findIndex((letter, index) => letter !== b[index]);
  return place === -1 ? 0 : a[place] - b[place];
}
