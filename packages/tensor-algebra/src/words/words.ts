import { requireAllocatable } from '../arrays/allocate.js';
import { signatureLength } from './signature-length.js';

/** A word: letters are channel numbers from 0 on. */
export type Word = readonly number[];

/**
 * The words of a signature in its order: by length, then lexicographic, first letter slowest.
 *
 * @throws RangeError for channels below 1 or a depth outside 1 to 12.
 *
 * @example
 * words(2, 2); // [[0], [1], [0, 0], [0, 1], [1, 0], [1, 1]]
 */
export function words(channels: number, depth: number): Word[] {
  // A word is an array of its own, so it costs far more than a number.
  requireAllocatable(signatureLength(channels, depth), 64);
  const all: Word[] = [];
  let level: Word[] = [[]];
  for (let length = 1; length <= depth; length++) {
    level = level.flatMap((word) =>
      Array.from({ length: channels }, (_, letter) => [...word, letter]),
    );
    for (const word of level) all.push(word);
  }
  return all;
}
