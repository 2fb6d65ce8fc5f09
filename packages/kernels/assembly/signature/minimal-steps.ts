/**
 * S ← S ⊗ exp(z) in every lane, for `count` increments z in turn, on the words whose first letter is
 * their smallest. All Lyndon words are among them, and with a word its beginnings.
 *
 * The words with first letter i are words over the letters from i on: for each i the state has their
 * levels 1 to depth, (channels − i)^(level − 1) vectors each. On such a block the step is Horner's
 * scheme of `multiplyExponential`, with that first letter alone and fewer letters behind it.
 */
export function minimalSteps<T>(
  state: usize, increments: usize, count: i32, channels: i32, depth: i32, scratch: usize,
): void {
  const row = <usize>channels << 4;
  const products = scratch + <usize>depth * row;
  for (let step = 0; step < count; step++, increments += row) {
    scaleIncrement<T>(scratch, increments, row, depth);
    let block = state;
    for (let first: usize = 0; first < row; first += 16) {
      const ends = row - first;
      const letters = <i32>(ends >> 4);
      const old = v128.load(block);
      let blockEnd = block;
      for (let level = depth; level > 1; level--) {
        const start = v128.load(scratch + <usize>(level - 1) * row + first);
        v128.store(products, v128.add<T>(start, old));
        let size = 1;
        let words = block + 16;
        for (let length = 2; length < level; length++) {
          extendProducts<T>(
            products, size, scratch + <usize>(level - length) * row + first, ends, words,
          );
          size *= letters;
          words += <usize>size << 4;
        }
        const end = addProducts<T>(words, products, size, increments + first, ends);
        if (level == depth) blockEnd = end;
      }
      v128.store(block, v128.add<T>(old, v128.load(increments + first)));
      block = blockEnd;
    }
  }
}

/** Vectors of the state of `minimalSteps`. */
export function minimalCount(channels: i32, depth: i32): i32 {
  let count = 0;
  for (let letters = 1; letters <= channels; letters++) {
    let size = 1;
    for (let level = 0; level < depth; level++) {
      count += size;
      size *= letters;
    }
  }
  return count;
}

/** scaled[q − 1] = z/q for q from 1 to depth. */
@inline export function scaleIncrement<T>(scaled: usize, z: usize, row: usize, depth: i32): void {
  for (let divisor = 1; divisor <= depth; divisor++, scaled += row) {
    const share = v128.splat<T>(<T>(1.0 / <f64>divisor));
    for (let at: usize = 0; at < row; at += 16) {
      v128.store(scaled + at, v128.mul<T>(v128.load(z + at), share));
    }
  }
}

/** products ← products ⊗ z + words, one letter longer, in place: the last word first. */
@inline export function extendProducts<T>(
  products: usize, size: i32, z: usize, row: usize, words: usize,
): void {
  let from = words + <usize>size * row;
  let to = products + <usize>size * row;
  for (let at = products + (<usize>size << 4); at > products; ) {
    at -= 16;
    const product = v128.load(at);
    const end = z + row;
    from -= row;
    to -= row;
    let target = to;
    let base = from;
    for (let letter = z; letter < end; letter += 16, target += 16, base += 16) {
      const grown = v128.mul<T>(product, v128.load(letter));
      v128.store(target, v128.add<T>(v128.load(base), grown));
    }
  }
}

/** words += products ⊗ z; returns the end of the words. */
@inline export function addProducts<T>(
  words: usize, products: usize, size: i32, z: usize, row: usize,
): usize {
  const end = products + (<usize>size << 4);
  const zEnd = z + row;
  for (; products < end; products += 16) {
    const product = v128.load(products);
    let letter = z;
    for (; letter + 48 < zEnd; letter += 64, words += 64) {
      const a = v128.mul<T>(product, v128.load(letter));
      const b = v128.mul<T>(product, v128.load(letter, 16));
      const c = v128.mul<T>(product, v128.load(letter, 32));
      const d = v128.mul<T>(product, v128.load(letter, 48));
      v128.store(words, v128.add<T>(v128.load(words), a));
      v128.store(words, v128.add<T>(v128.load(words, 16), b), 16);
      v128.store(words, v128.add<T>(v128.load(words, 32), c), 32);
      v128.store(words, v128.add<T>(v128.load(words, 48), d), 48);
    }
    for (; letter < zEnd; letter += 16, words += 16) {
      const grown = v128.mul<T>(product, v128.load(letter));
      v128.store(words, v128.add<T>(v128.load(words), grown));
    }
  }
  return words;
}
