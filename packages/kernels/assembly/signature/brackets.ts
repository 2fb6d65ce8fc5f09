import { levelSize, wordCount } from './words';

/*
 * A functional on the free Lie algebra, by its values on right-normed brackets
 * [w₁, [w₂, … [w_(k−1), w_k]]]. The last two letters matter only as a pair a < b, since swapping them
 * changes the sign: a level has channels^(k−2) prefixes times pairs, the pair fastest; level 1 has
 * the letters. These span the Lie algebra (Reutenauer 1993, section 0.3), so nothing else of a
 * tensor is seen by it.
 */

/** Pairs of letters a < b, in the order of a, then b. */
@inline export function pairCount(channels: i32): i32 {
  return (channels * (channels - 1)) >> 1;
}

/** Values of a level. */
export function bracketLevelSize(channels: i32, level: i32): i32 {
  return level == 1 ? channels : pairCount(channels) * levelSize(channels, level - 2);
}

/** Values of all levels up to `depth`. */
export function bracketCount(channels: i32, depth: i32): i32 {
  return channels + (depth > 1 ? pairCount(channels) * (wordCount(channels, depth - 2) + 1) : 0);
}

/**
 * Writes, or adds, the values on brackets of a functional given on words.
 *
 * With m_a(v) = m(av) − m(va), m([a, v]) = m_a(v): the outermost letter is taken off first, and then
 * each m_a is treated alike. `spare` is room for two levels of words.
 */
export function bracketValues<T>(
  brackets: usize, functional: usize, channels: i32, depth: i32, spare: usize, add: bool,
): void {
  const row = <usize>channels << 4;
  for (let at: usize = 0; at < row; at += 16) {
    writeValue<T>(brackets + at, v128.load(functional + at), add);
  }
  brackets += row;
  functional += row;
  let size = channels;
  for (let level = 2; level <= depth; level++) {
    size *= channels;
    const bytes = <usize>size << 4;
    let from = functional;
    let to = spare;
    let other = spare + bytes;
    let blocks = 1;
    let ends = size / channels;
    for (; ends > channels; ends /= channels) {
      takeFirstLetters<T>(to, from, blocks, ends, channels);
      blocks *= channels;
      from = to;
      to = other;
      other = from;
    }
    for (let block = 0; block < blocks; block++, from += row * channels) {
      for (let a = 0; a < channels; a++) {
        for (let b = a + 1; b < channels; b++, brackets += 16) {
          const front = v128.load(from + (<usize>(a * channels + b) << 4));
          const back = v128.load(from + (<usize>(b * channels + a) << 4));
          writeValue<T>(brackets, v128.sub<T>(front, back), add);
        }
      }
    }
    functional += bytes;
  }
}

/** to[block, a, v] = from[block, av] − from[block, va]. */
function takeFirstLetters<T>(
  to: usize, from: usize, blocks: i32, ends: i32, channels: i32,
): void {
  for (let block = 0; block < blocks; block++) {
    for (let letter = 0; letter < channels; letter++) {
      for (let end = 0; end < ends; end++, to += 16) {
        const front = v128.load(from + (<usize>(letter * ends + end) << 4));
        const back = v128.load(from + (<usize>(end * channels + letter) << 4));
        v128.store(to, v128.sub<T>(front, back));
      }
    }
    from += <usize>(ends * channels) << 4;
  }
}

@inline function writeValue<T>(to: usize, value: v128, add: bool): void {
  v128.store(to, add ? v128.add<T>(v128.load(to), value) : value);
}
