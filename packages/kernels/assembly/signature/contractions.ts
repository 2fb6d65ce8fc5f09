/**
 * out[v] = scalar·g[v] + Σ_u s[u] g[uv] in every lane, over all words u and v of at least one letter:
 * the adjoint of multiplying by scalar + s from the left. `out` may be `g`.
 */
export function contractLeft<T>(
  out: usize, scalar: T, s: usize, g: usize, channels: i32, depth: i32,
): void {
  const factor = v128.splat<T>(scalar);
  let start: usize = 0;
  let size = channels;
  for (let level = 1; level <= depth; level++) {
    const bytes = <usize>size << 4;
    const target = out + start;
    // Words of g from this level on; higher levels are still the old ones when out is g.
    let from = g + start;
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(target + at, v128.mul<T>(factor, v128.load(from + at)));
    }
    from += bytes;
    let left = s;
    let leftSize = channels;
    for (let letters = 1; letters <= depth - level; letters++) {
      for (let word = 0; word < leftSize; word++, from += bytes, left += 16) {
        const share = v128.load(left);
        for (let at: usize = 0; at < bytes; at += 16) {
          const product = v128.mul<T>(share, v128.load(from + at));
          v128.store(target + at, v128.add<T>(v128.load(target + at), product));
        }
      }
      leftSize *= channels;
    }
    start += bytes;
    size *= channels;
  }
}

/**
 * out[v] += scalar·g[v] + Σ_x g[vx] s[x] in every lane: the adjoint of multiplying by scalar + s
 * from the right.
 */
export function contractRight<T>(
  out: usize, scalar: T, s: usize, g: usize, channels: i32, depth: i32,
): void {
  const factor = v128.splat<T>(scalar);
  let size = channels;
  for (let level = 1; level <= depth; level++) {
    const end = out + (<usize>size << 4);
    let from = g;
    for (let target = out; target < end; target += 16, from += 16) {
      const own = v128.mul<T>(factor, v128.load(from));
      v128.store(target, v128.add<T>(v128.load(target), own));
    }
    g = from;
    let right = s;
    let rightBytes = <usize>channels << 4;
    for (let letters = 1; letters <= depth - level; letters++) {
      for (let target = out; target < end; target += 16) {
        let sum = v128.load(target);
        for (let at: usize = 0; at < rightBytes; at += 16, from += 16) {
          sum = v128.add<T>(sum, v128.mul<T>(v128.load(from), v128.load(right + at)));
        }
        v128.store(target, sum);
      }
      right += rightBytes;
      rightBytes *= channels;
    }
    out = end;
    size *= channels;
  }
}

/** out[w backwards] = (−1)^|w| s[w]: the inverse of a signature. */
export function antipodeLanes<T>(out: usize, s: usize, channels: i32, depth: i32): void {
  let size = channels;
  for (let level = 1; level <= depth; level++) {
    for (let word = 0; word < size; word++) {
      let rest = word;
      let backwards = 0;
      for (let letter = 0; letter < level; letter++) {
        backwards = backwards * channels + rest % channels;
        rest /= channels;
      }
      const value = v128.load(s + (word << 4));
      v128.store(out + (backwards << 4), level & 1 ? v128.neg<T>(value) : value);
    }
    s += <usize>size << 4;
    out += <usize>size << 4;
    size *= channels;
  }
}
