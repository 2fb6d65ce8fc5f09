/**
 * Keeps the k smallest of each row of offsets[j] + scale · matrix[i][j] in int32, in ascending order; of
 * equal values the one that came first stays in front.
 */
export function smallestIntegers(
  _workspace: usize,
  matrix: usize,
  stride: i32,
  rows: i32,
  columns: i32,
  offsets: usize,
  scale: i32,
  skip: i32,
  firstIndex: i32,
  k: i32,
  values: usize,
  indices: usize,
  fresh: i32,
): void {
  const scales = i32x4.splat(scale);
  const last = (k - 1) << 2;
  for (let i = 0; i < rows; i++) {
    const row = matrix + ((<usize>i * stride) << 2);
    const kept = values + ((<usize>i * k) << 2);
    const places = indices + ((<usize>i * k) << 2);
    if (fresh) {
      for (let j = 0; j < k; j++) {
        store<i32>(kept + (j << 2), i32.MAX_VALUE);
        store<i32>(places + (j << 2), -1);
      }
    }
    const left = skip + i;
    let limit = load<i32>(kept + last);
    let j = 0;
    for (; j + 4 <= columns; j += 4) {
      const found = i32x4.add(
        v128.load(offsets + (j << 2)),
        i32x4.mul(scales, v128.load(row + (j << 2))),
      );
      let mask = i32x4.bitmask(i32x4.lt_s(found, i32x4.splat(limit)));
      while (mask) {
        const lane = ctz(mask);
        mask &= mask - 1;
        if (j + lane == left) continue;
        const at = (j + lane) << 2;
        const value = load<i32>(offsets + at) + scale * load<i32>(row + at);
        if (value < limit) limit = insert(kept, places, k, value, firstIndex + j + lane);
      }
    }
    for (; j < columns; j++) {
      if (j == left) continue;
      const value = load<i32>(offsets + (j << 2)) + scale * load<i32>(row + (j << 2));
      if (value < limit) limit = insert(kept, places, k, value, firstIndex + j);
    }
  }
}

/** Puts a value below the last one in its place; returns the new last one. */
function insert(kept: usize, places: usize, k: i32, value: i32, index: i32): i32 {
  let j = k - 1;
  for (; j > 0; j--) {
    const before = load<i32>(kept + ((j - 1) << 2));
    if (!(value < before)) break;
    store<i32>(kept + (j << 2), before);
    store<i32>(places + (j << 2), load<i32>(places + ((j - 1) << 2)));
  }
  store<i32>(kept + (j << 2), value);
  store<i32>(places + (j << 2), index);
  return load<i32>(kept + ((k - 1) << 2));
}
