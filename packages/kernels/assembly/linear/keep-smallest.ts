/**
 * Keeps the k smallest of each row of offsets[j] + scale · matrix[i][j], of 32 bits each, in ascending
 * order; of equal values the one that came first stays in front. `largest` is above all of them.
 */
export function keepSmallest<T>(
  matrix: usize,
  stride: i32,
  rows: i32,
  columns: i32,
  offsets: usize,
  scale: T,
  skip: i32,
  firstIndex: i32,
  k: i32,
  values: usize,
  indices: usize,
  fresh: i32,
  largest: T,
): void {
  const scales = v128.splat<T>(scale);
  const last = (k - 1) << 2;
  for (let i = 0; i < rows; i++) {
    const row = matrix + ((<usize>i * stride) << 2);
    const kept = values + ((<usize>i * k) << 2);
    const places = indices + ((<usize>i * k) << 2);
    if (fresh) {
      for (let j = 0; j < k; j++) {
        store<T>(kept + (j << 2), largest);
        store<i32>(places + (j << 2), -1);
      }
    }
    const left = skip + i;
    let limit = load<T>(kept + last);
    let j = 0;
    for (; j + 4 <= columns; j += 4) {
      const found = v128.add<T>(
        v128.load(offsets + (j << 2)),
        v128.mul<T>(scales, v128.load(row + (j << 2))),
      );
      let mask = i32x4.bitmask(v128.lt<T>(found, v128.splat<T>(limit)));
      while (mask) {
        const lane = ctz(mask);
        mask &= mask - 1;
        if (j + lane == left) continue;
        const at = (j + lane) << 2;
        const value = (load<T>(offsets + at) + scale * load<T>(row + at)) as T;
        if (value < limit) limit = insert<T>(kept, places, k, value, firstIndex + j + lane);
      }
    }
    for (; j < columns; j++) {
      if (j == left) continue;
      const value = (load<T>(offsets + (j << 2)) + scale * load<T>(row + (j << 2))) as T;
      if (value < limit) limit = insert<T>(kept, places, k, value, firstIndex + j);
    }
  }
}

/** Puts a value below the last one in its place; returns the new last one. */
function insert<T>(kept: usize, places: usize, k: i32, value: T, index: i32): T {
  let j = k - 1;
  for (; j > 0; j--) {
    const before = load<T>(kept + ((j - 1) << 2));
    if (!(value < before)) break;
    store<T>(kept + (j << 2), before);
    store<i32>(places + (j << 2), load<i32>(places + ((j - 1) << 2)));
  }
  store<T>(kept + (j << 2), value);
  store<i32>(places + (j << 2), index);
  return load<T>(kept + ((k - 1) << 2));
}
