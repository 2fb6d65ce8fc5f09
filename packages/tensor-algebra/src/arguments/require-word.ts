/** Throws unless a word is an array of letters from 0 to channels - 1. */
export function requireWord(word: readonly number[], channels: number): void {
  if (!Array.isArray(word)) {
    throw new TypeError(`a word must be an array of letters such as [0, 1], got ${String(word)}`);
  }
  for (const letter of word) {
    if (!Number.isInteger(letter) || letter < 0 || letter >= channels) {
      throw new RangeError(
        `the letters of a word must be integers from 0 to ${channels - 1}, got [${word.join(', ')}]`,
      );
    }
  }
}
