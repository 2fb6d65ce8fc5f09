import { storeLanes, storeTurned } from '../signature/lanes';

/**
 * The windows that end with some blocks, and with the head of another if there is one. The last vectors of starts
 * and of words reach back over what has been written, with the same numbers.
 */
export function layBand(
  out: usize,
  startBytes: usize,
  sum: usize,
  blocks: usize,
  count: i32,
  heads: usize,
  starts: i32,
  words: i32,
): void {
  const wordBytes = (<usize>words) << 4;
  const block = <usize>((starts + 3) >> 2) * wordBytes;
  const end = blocks + <usize>count * block;
  for (let start = 0; start < starts; start += 4) {
    const at = <usize>(start >> 2) * wordBytes;
    const head = heads ? heads + at : 0;
    const place = out + <usize>max(0, min(start, starts - 4)) * startBytes;
    if (starts < 4 || words < 4) {
      for (let word: usize = 0; word < wordBytes; word += 16) {
        v128.store(sum + word, totalOf(blocks + at + word, end, block, head ? head + word : 0));
      }
      storeLanes<f32>(sum, words, min(4, starts), place, startBytes);
      continue;
    }
    for (let word = 0; word < words; word += 4) {
      const first = min(word, words - 4);
      const skip = at + ((<usize>first) << 4);
      const over = head ? heads + skip : 0;
      const w = totalOf(blocks + skip, end, block, over);
      const x = totalOf(blocks + skip + 16, end, block, over ? over + 16 : 0);
      const y = totalOf(blocks + skip + 32, end, block, over ? over + 32 : 0);
      const z = totalOf(blocks + skip + 48, end, block, over ? over + 48 : 0);
      storeTurned(place + ((<usize>first) << 2), startBytes, w, x, y, z);
    }
  }
}

/** One word of some blocks and of a head, if there is one. */
function totalOf(from: usize, end: usize, block: usize, head: usize): v128 {
  let total = v128.load(from);
  for (from += block; from < end; from += block) total = f32x4.add(total, v128.load(from));
  return head ? f32x4.add(total, v128.load(head)) : total;
}
