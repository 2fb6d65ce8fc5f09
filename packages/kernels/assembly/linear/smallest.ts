/**
 * Keeps the k smallest of each row of offsets[j] + scale · matrix[i][j], in ascending order; of equal
 * values the one that came first stays in front.
 */
export function smallest(
  workspace: usize,
  matrix: usize,
  stride: i32,
  rows: i32,
  columns: i32,
  offsets: usize,
  scale: f32,
  skip: i32,
  firstIndex: i32,
  k: i32,
  values: usize,
  indices: usize,
  fresh: i32,
): void {
  const scales = f32x4.splat(scale);
  const last = (k - 1) << 2;
  for (let i = 0; i < rows; i++) {
    const row = matrix + ((<usize>i * stride) << 2);
    const kept = values + ((<usize>i * k) << 2);
    const places = indices + ((<usize>i * k) << 2);
    if (fresh) {
      for (let j = 0; j < k; j++) {
        store<f32>(kept + (j << 2), Infinity);
        store<i32>(places + (j << 2), -1);
      }
    }
    const left = skip + i;
    let limit = load<f32>(kept + last);
    let j = 0;
    for (; j + 4 <= columns; j += 4) {
      const found = f32x4.add(
        v128.load(offsets + (j << 2)),
        f32x4.mul(scales, v128.load(row + (j << 2))),
      );
      let mask = i32x4.bitmask(f32x4.lt(found, f32x4.splat(limit)));
      while (mask) {
        const lane = ctz(mask);
        mask &= mask - 1;
        if (j + lane == left) continue;
        const value =
          load<f32>(offsets + ((j + lane) << 2)) + scale * load<f32>(row + ((j + lane) << 2));
        if (value < limit) limit = insert(kept, places, k, value, firstIndex + j + lane);
      }
    }
    for (; j < columns; j++) {
      if (j == left) continue;
      const value = load<f32>(offsets + (j << 2)) + scale * load<f32>(row + (j << 2));
      if (value < limit) limit = insert(kept, places, k, value, firstIndex + j);
    }
  }
}

/** Puts a value below the last one in its place; returns the new last one. */
function insert(kept: usize, places: usize, k: i32, value: f32, index: i32): f32 {
  let j = k - 1;
  for (; j > 0; j--) {
    const before = load<f32>(kept + ((j - 1) << 2));
    if (!(value < before)) break;
    store<f32>(kept + (j << 2), before);
    store<i32>(places + (j << 2), load<i32>(places + ((j - 1) << 2)));
  }
  store<f32>(kept + (j << 2), value);
  store<i32>(places + (j << 2), index);
  return load<f32>(kept + ((k - 1) << 2));
}
