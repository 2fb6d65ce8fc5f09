import { requireChannels } from '../arguments/require-channels.js';
import { requireWord } from '../arguments/require-word.js';
import type { Word } from './words.js';

/**
 * Where a word stands in a signature without its scalar term.
 *
 * @throws RangeError for an empty word or a letter that is no channel.
 *
 * @example
 * wordToIndex([0, 1], 3); // 4
 */
export function wordToIndex(word: Word, channels: number): number {
  requireChannels(channels);
  requireWord(word, channels);
  if (word.length === 0) {
    throw new RangeError('word must have at least one letter: the empty word is the scalar term');
  }
  return word.reduce((index, letter) => (index + 1) * channels + letter, -1);
}
