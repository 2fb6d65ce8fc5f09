/**
 * Vectors [words][4 lanes] as four rows of words; the rows begin `o1`, `o2` and `o3` bytes behind the
 * first. From the end on, because the last four words of a row may reach into the next one.
 */
export function storeTransposed(
  vectors: usize,
  words: i32,
  out: usize,
  o1: usize,
  o2: usize,
  o3: usize,
): void {
  for (let word = (words - 1) & ~3; word >= 0; word -= 4) {
    const at = vectors + ((<usize>word) << 4);
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    const ab01 = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
    const ab23 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
    const cd01 = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
    const cd23 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    const to = out + ((<usize>word) << 2);
    v128.store(to, v128.shuffle<i64>(ab01, cd01, 0, 2));
    v128.store(to + o1, v128.shuffle<i64>(ab01, cd01, 1, 3));
    v128.store(to + o2, v128.shuffle<i64>(ab23, cd23, 0, 2));
    v128.store(to + o3, v128.shuffle<i64>(ab23, cd23, 1, 3));
  }
}
