/**
 * out = left ⊗ right in every lane (Chen's identity); `out` may be `left`, not `right`.
 *
 * The levels are done from the highest down, and within a level out starts from left's own words.
 */
export function chenLanes<T>(
  out: usize, left: usize, right: usize, channels: i32, depth: i32, words: i32,
): void {
  let levelWords = 1;
  for (let level = 0; level < depth; level++) levelWords *= channels;
  let start = words - levelWords;
  for (let level = depth; level > 0; level--) {
    const target = out + (start << 4);
    const leftLevel = left + (start << 4);
    const rightLevel = right + (start << 4);
    for (let at: usize = 0; at < <usize>levelWords << 4; at += 16) {
      v128.store(target + at, v128.add<T>(v128.load(leftLevel + at), v128.load(rightLevel + at)));
    }
    let leftSize = channels;
    let rightSize = levelWords / channels;
    let leftAt = left;
    for (let split = 1; split < level; split++) {
      const rightAt = right + (<usize>firstWord(channels, level - split) << 4);
      addOuter<T>(target, leftAt, leftSize, rightAt, rightSize);
      leftAt += <usize>leftSize << 4;
      leftSize *= channels;
      rightSize /= channels;
    }
    levelWords /= channels;
    start -= levelWords;
  }
}

/** Place of the first word of a level. */
function firstWord(channels: i32, level: i32): i32 {
  let words = 0;
  for (let letter = 1; letter < level; letter++) words = (words + 1) * channels;
  return words;
}

/** target[a·|b| + b] += a ⊗ b. */
function addOuter<T>(target: usize, a: usize, aSize: i32, b: usize, bSize: i32): void {
  const row = <usize>bSize << 4;
  for (let word = 0; word < aSize; word++, target += row) {
    const factor = v128.load(a + (word << 4));
    for (let at: usize = 0; at < row; at += 16) {
      const product = v128.mul<T>(factor, v128.load(b + at));
      v128.store(target + at, v128.add<T>(v128.load(target + at), product));
    }
  }
}
