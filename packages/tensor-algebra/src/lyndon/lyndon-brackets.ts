import type { Word } from '../words/words.js';
import { lyndonWords } from './lyndon-words.js';
import { standardFactorisation } from './standard-factorisation.js';

/**
 * The brackets of the Lyndon basis in the order of `lyndonWords`, written with the letters from 1
 * on, as in the literature (Reutenauer 1993, §5.3; Reizenstein & Graham 2020).
 *
 * @throws RangeError for channels below 1 or a depth outside 1 to 12.
 *
 * @example
 * lyndonBrackets(2, 3); // ['1', '2', '[1,2]', '[1,[1,2]]', '[[1,2],2]']
 */
export function lyndonBrackets(channels: number, depth: number): string[] {
  return lyndonWords(channels, depth).map(bracket);
}

function bracket(word: Word): string {
  if (word.length === 1) return String(word[0] + 1);
  const [left, right] = standardFactorisation(word);
  return `[${bracket(left)},${bracket(right)}]`;
}
