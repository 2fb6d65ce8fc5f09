import { requireChannels } from '../arguments/require-channels.js';
import { requireInteger } from '../arguments/require-integer.js';
import type { Word } from './words.js';

/**
 * The word at a place of a signature without its scalar term.
 *
 * @throws RangeError for a place that is no integer from 0 on.
 *
 * @example
 * indexToWord(4, 3); // [0, 1]
 */
export function indexToWord(index: number, channels: number): Word {
  requireChannels(channels);
  requireInteger('index', index, 0, Number.MAX_SAFE_INTEGER);
  const word: number[] = [];
  for (let rest = index; rest >= 0; rest = Math.floor(rest / channels) - 1) {
    word.unshift(rest % channels);
  }
  return word;
}
