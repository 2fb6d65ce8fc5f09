import { requireAllocatable } from '../arrays/allocate.js';
import type { Word } from '../words/words.js';
import { logSignatureLength } from './log-signature-length.js';

/**
 * The Lyndon words up to a length: by length, then lexicographic. A Lyndon word is smaller than
 * every proper suffix of itself (Duval's algorithm; Reutenauer 1993, §5.1).
 *
 * @throws RangeError for channels below 1 or a depth outside 1 to 12.
 *
 * @example
 * lyndonWords(2, 3); // [[0], [1], [0, 1], [0, 0, 1], [0, 1, 1]]
 */
export function lyndonWords(channels: number, depth: number): Word[] {
  requireAllocatable(logSignatureLength(channels, depth), 64);
  const byLength: Word[][] = Array.from({ length: depth }, () => []);
  let word: number[] = [0];
  while (word.length > 0) {
    byLength[word.length - 1].push(word);
    // The next one: repeat to full length, drop the last letters that cannot grow, grow the next.
    const next = Array.from({ length: depth }, (_, index) => word[index % word.length]);
    while (next.at(-1) === channels - 1) next.pop();
    if (next.length > 0) next[next.length - 1]++;
    word = next;
  }
  return byLength.flat();
}
