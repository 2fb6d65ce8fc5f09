import type { Word } from '../words/words.js';

/**
 * Where a Lyndon word of two letters or more splits into two: the second factor is its longest
 * proper suffix that is a Lyndon word (Reutenauer 1993, §5.1).
 */
export function standardFactorisation(word: Word): [Word, Word] {
  let split = 1;
  while (!isLyndon(word, split)) split++;
  return [word.slice(0, split), word.slice(split)];
}

/** Whether the suffix from `start` on is smaller than each of its own proper suffixes. */
function isLyndon(word: Word, start: number): boolean {
  for (let from = start + 1; from < word.length; from++) {
    let offset = 0;
    while (from + offset < word.length && word[start + offset] === word[from + offset]) offset++;
    // A suffix that is also a prefix is the smaller of the two.
    if (from + offset === word.length || word[start + offset] > word[from + offset]) return false;
  }
  return true;
}
