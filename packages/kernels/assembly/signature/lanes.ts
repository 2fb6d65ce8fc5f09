/** Lanes of a vector: four float32 or two float64. Every lane works on a path of its own. */
@inline export function laneCount<T>(): i32 {
  return <i32>(16 / sizeof<T>());
}

/** One number from each of the lanes' pointers; lanes 2 and 3 exist in float32 only. */
@inline export function gather<T>(p0: usize, p1: usize, p2: usize, p3: usize): v128 {
  if (sizeof<T>() == 4) {
    let all = v128.load32_zero(p0);
    all = v128.load32_lane(p1, all, 1);
    all = v128.load32_lane(p2, all, 2);
    return v128.load32_lane(p3, all, 3);
  }
  return v128.load64_lane(p1, v128.load64_zero(p0), 1);
}

/** One byte from each of the lanes' pointers, as four float32. */
@inline export function gatherBytes(p0: usize, p1: usize, p2: usize, p3: usize): v128 {
  let all = v128.splat<i32>(load<u8>(p0));
  all = v128.replace_lane<i32>(all, 1, load<u8>(p1));
  all = v128.replace_lane<i32>(all, 2, load<u8>(p2));
  return v128.convert<i32>(v128.replace_lane<i32>(all, 3, load<u8>(p3)));
}

/** Fills `count` vectors with zeros. */
export function clearVectors(vectors: usize, count: i32): void {
  memory.fill(vectors, 0, count << 4);
}

/** Four vectors of float32 turned: the first lanes of all at `to`, the second so many bytes behind. */
@inline export function storeTurned(
  to: usize, bytes: usize, a: v128, b: v128, c: v128, d: v128,
): void {
  const ab01 = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const ab23 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd01 = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const cd23 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(ab01, cd01, 0, 2));
  v128.store(to + bytes, v128.shuffle<i64>(ab01, cd01, 1, 3));
  v128.store(to + bytes * 2, v128.shuffle<i64>(ab23, cd23, 0, 2));
  v128.store(to + bytes * 3, v128.shuffle<i64>(ab23, cd23, 1, 3));
}

/** vectors[word] = one number a lane, from `count` words at each of four pointers. */
export function loadLanes<T>(
  vectors: usize, count: i32, p0: usize, p1: usize, p2: usize, p3: usize,
): void {
  let word = 0;
  if (sizeof<T>() == 4) {
    for (; word + 4 <= count; word += 4) {
      const offset = (<usize>word) << 2;
      const a = v128.load(p0 + offset);
      const b = v128.load(p1 + offset);
      const c = v128.load(p2 + offset);
      const d = v128.load(p3 + offset);
      storeTurned(vectors + (word << 4), 16, a, b, c, d);
    }
  }
  for (; word < count; word++) {
    const offset = <usize>word * sizeof<T>();
    v128.store(vectors + (word << 4), gather<T>(p0 + offset, p1 + offset, p2 + offset, p3 + offset));
  }
}

/** Writes one lane of `count` vectors to adjacent numbers. */
export function storeLane<T>(vectors: usize, count: i32, lane: i32, out: usize): void {
  const from = vectors + lane * sizeof<T>();
  for (let word = 0; word < count; word++) {
    store<T>(out + <usize>word * sizeof<T>(), load<T>(from + (word << 4)));
  }
}

/** Copies one lane of every vector into all lanes. */
export function spreadLane<T>(vectors: usize, count: i32, lane: i32): void {
  const from = vectors + lane * sizeof<T>();
  for (let word = 0; word < count; word++) {
    v128.store(vectors + (word << 4), v128.splat<T>(load<T>(from + (word << 4))));
  }
}

/** Writes the signatures of the first `used` lanes, `outBytes` apart. */
export function storeLanes<T>(
  vectors: usize, count: i32, used: i32, out: usize, outBytes: usize,
): void {
  let word = 0;
  if (sizeof<T>() == 4 && used == 4) {
    for (; word + 4 <= count; word += 4) {
      const at = vectors + (word << 4);
      const a = v128.load(at);
      const b = v128.load(at, 16);
      const c = v128.load(at, 32);
      const d = v128.load(at, 48);
      storeTurned(out + (word << 2), outBytes, a, b, c, d);
    }
  }
  const rest = vectors + (word << 4);
  const to = out + <usize>word * sizeof<T>();
  for (let lane = 0; lane < used; lane++) {
    storeLane<T>(rest, count - word, lane, to + <usize>lane * outBytes);
  }
}

/** Loads as many tensors as there are lanes, the last one again where there are fewer. */
export function loadUsed<T>(
  vectors: usize, words: i32, used: i32, from: usize, strideBytes: usize,
): void {
  const last = used - 1;
  loadLanes<T>(
    vectors, words, from, from + <usize>min(1, last) * strideBytes,
    from + <usize>min(2, last) * strideBytes, from + <usize>min(3, last) * strideBytes,
  );
}
