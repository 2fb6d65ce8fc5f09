import { minimalCount } from './minimal-steps';
import { wordCount } from './words';

/** Ends the table: no offset of a vector. */
const END: u16 = 1;

/** Bytes that the table of `planCompletion` may take; a word's letters stand behind it. */
export function completionBytes(channels: i32, depth: i32): i32 {
  let shuffles = 1;
  for (let letter = 1; letter <= depth >> 1; letter++) {
    shuffles = shuffles * (depth - letter + 1) / letter;
  }
  return wordCount(channels, depth) * (5 + shuffles) * 2 + 64;
}

/**
 * Writes how the words of a signature follow from its Lyndon words.
 *
 * A word w that is no Lyndon word is u·v with its first Lyndon factor u. The shuffle identity
 * S_u S_v = Σ S_(shuffles of u and v) holds S_w as many times as u is a factor of w, and otherwise
 * words before w in the alphabet's order (Reutenauer 1993, theorem 6.1). So every level can be
 * filled in alphabetical order. The table holds, for each such word, 16-bit offsets of vectors:
 * the word, u, v, how often w occurs, how many others there are, and those others.
 *
 * When the Lyndon words are to come from the state of `minimalSteps`, the table says where they are
 * there: the word, its place, an unused number, and 0 for how often.
 */
export function planCompletion(
  table: usize, channels: i32, depth: i32, minimal: bool,
): void {
  const letters = table + completionBytes(channels, depth) - 64;
  let block = -1;
  let blockStart = 0;
  let first = 0;
  let size = 1;
  for (let length = 1; length <= depth; length++) {
    size *= channels;
    memory.fill(letters, 0, length);
    for (let index = 0; index < size; index++) {
      if (index) nextWord(letters, length, channels);
      let at = 1;
      let matched = 0;
      // Duval's algorithm, up to the end of the first factor and its repetitions.
      while (at < length) {
        const here = load<u8>(letters + at);
        const there = load<u8>(letters + matched);
        if (there > here) break;
        matched = there < here ? 0 : matched + 1;
        at++;
      }
      const factor = at - matched;
      if (factor == length) {
        if (minimal) {
          if (<i32>load<u8>(letters) != block) {
            block = load<u8>(letters);
            blockStart = minimalCount(channels, depth) - minimalCount(channels - block, depth);
          }
          const place = blockStart + placeInBlock(letters, length, channels);
          store<u16>(table, (first + index) << 4);
          store<u16>(table, place << 4, 2);
          store<u16>(table, 0, 6);
          table += 8;
        }
        continue;
      }
      const repeats = matched / factor + 1;
      const target = first + index;
      const others = table + 10;
      const count = writeShuffles(others, letters, length, factor, channels, first, index);
      store<u16>(table, target << 4);
      store<u16>(table, wordAt(letters, 0, factor, channels) << 4, 2);
      store<u16>(table, wordAt(letters, factor, length, channels) << 4, 4);
      store<u16>(table, repeats, 6);
      store<u16>(table, count, 8);
      table = others + (count << 1);
    }
    first += size;
  }
  store<u16>(table, END);
}

/** Fills in, in every lane, what the Lyndon words of the state or of `minimal` say. */
export function completeSignature(state: usize, minimal: usize, table: usize): void {
  for (let target = load<u16>(table); target != END; target = load<u16>(table)) {
    const repeats = load<u16>(table, 6);
    if (repeats == 0) {
      v128.store(state + <usize>target, v128.load(minimal + <usize>load<u16>(table, 2)));
      table += 8;
      continue;
    }
    const left = v128.load(state + <usize>load<u16>(table, 2));
    const right = v128.load(state + <usize>load<u16>(table, 4));
    const end = table + 10 + (<usize>load<u16>(table, 8) << 1);
    let value = f32x4.mul(left, right);
    for (table += 10; table < end; table += 2) {
      value = f32x4.sub(value, v128.load(state + <usize>load<u16>(table)));
    }
    if (repeats > 1) value = f32x4.div(value, f32x4.splat(<f32>repeats));
    v128.store(state + <usize>target, value);
  }
}

/** The place of a word among those with its first letter in the state of `minimalSteps`. */
function placeInBlock(letters: usize, length: i32, channels: i32): i32 {
  const first = load<u8>(letters);
  const ends = channels - first;
  let index = 0;
  let shorter = 0;
  let size = 1;
  for (let at = 1; at < length; at++) {
    index = index * ends + load<u8>(letters + at) - first;
    shorter += size;
    size *= ends;
  }
  return shorter + index;
}

/** The word after a word in its level, without a division. */
function nextWord(letters: usize, length: i32, channels: i32): void {
  let at = letters + length - 1;
  while (<i32>load<u8>(at) == channels - 1) store<u8>(at--, 0);
  store<u8>(at, load<u8>(at) + 1);
}

/** The place, among all words, of the letters from `start` to `end`. */
function wordAt(letters: usize, start: i32, end: i32, channels: i32): i32 {
  let index = 0;
  for (let at = start; at < end; at++) index = index * channels + load<u8>(letters + at);
  return wordCount(channels, end - start - 1) + index;
}

/** Writes the shuffles of a word's two parts other than the word itself; returns how many. */
function writeShuffles(
  out: usize, letters: usize, length: i32, split: i32, channels: i32, first: i32, word: i32,
): i32 {
  let count = 0;
  // Every set of places for the first part's letters: the next number with as many bits set.
  for (let mask = (1 << split) - 1; mask < 1 << length; ) {
    let left = 0;
    let right = split;
    let index = 0;
    for (let at = 0; at < length; at++) {
      const own = (mask >> at) & 1;
      index = index * channels + load<u8>(letters + (own ? left : right));
      left += own;
      right += 1 - own;
    }
    const ripple = mask + (mask & -mask);
    mask = ripple | (((mask ^ ripple) >> 2) >> ctz(mask));
    if (index == word) continue;
    store<u16>(out + (count << 1), (first + index) << 4);
    count++;
  }
  return count;
}
