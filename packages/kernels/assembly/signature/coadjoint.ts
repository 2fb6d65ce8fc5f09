import { bracketCount, bracketLevelSize } from './brackets';

/**
 * One step back in time of the gradient of a function of a signature, in every lane.
 *
 * Moving the increment z_t of a path changes its signature S = S_t ⊗ S_(t,T) by S_t ⊗ w ⊗ S_(t,T), where
 * w = dz − [z, dz]/2 + [z, [z, dz]]/6 − … (the differential of the exponential map). So all that
 * is needed of the cotangent g is the functional m_t(v) = ⟨g, S_t ⊗ v ⊗ S_(t,T)⟩ on the Lie algebra,
 * and m_(t−1)(v) = m_t(exp(−z) v exp(z)) = m_t(exp(−ad z) v): neither the signatures in between nor
 * the memory to keep them are needed, and no step undoes an earlier one.
 *
 * With P the adjoint of −ad z, the gradient is the first level of Σ P^k m/(k+1)!, and the functional
 * becomes Σ P^k m/k!, both by Horner's scheme from the highest level down.
 *
 * @param brackets the functional on brackets (brackets.ts).
 * @param back the increment −z.
 * @param gradient the gradient with respect to z, a vector a channel.
 */
export function coadjointStep<T>(
  brackets: usize, back: usize, gradient: usize, channels: i32, depth: i32, scratch: usize,
): void {
  const row = <usize>channels << 4;
  if (depth == 1) {
    memory.copy(gradient, brackets, row);
    return;
  }
  const topSize = bracketLevelSize(channels, depth - 1);
  const topBytes = <usize>topSize << 4;
  const highest = brackets + (<usize>bracketCount(channels, depth - 1) << 4);
  const below = highest - topBytes;
  const top = scratch + <usize>depth * row;
  const even = top + topBytes;
  const odd = even + topBytes;
  for (let divisor = 1; divisor <= depth; divisor++) {
    const share = v128.splat<T>(<T>(1.0 / <f64>divisor));
    const scaled = scratch + <usize>(divisor - 1) * row;
    for (let at: usize = 0; at < row; at += 16) {
      v128.store(scaled + at, v128.mul<T>(v128.load(back + at), share));
    }
  }
  // What the highest level sends down is the same for every target.
  memory.fill(top, 0, topBytes);
  lower<T>(top, top, highest, depth - 1, topSize, back, channels);
  // Level 0 stands for the gradient. A level is written when all that need the old one are done.
  let own = brackets;
  for (let target = 0; target < depth; target++) {
    const last = max(target, 1);
    const end = target ? own : gradient;
    let level = depth - 1;
    let from = level == last ? end : even;
    let other = odd;
    addProducts1<T>(from, below, top, topBytes, v128.splat<T>(<T>(1.0 / <f64>(depth - target))));
    let size = topSize;
    let base = below;
    while (level > last) {
      level--;
      size = level == 1 ? channels : size / channels;
      base -= <usize>size << 4;
      const to = level == last ? end : other;
      lower<T>(to, base, from, level, size, scratch + <usize>(level - target) * row, channels);
      other = from;
      from = to;
    }
    if (target) own += <usize>bracketLevelSize(channels, target) << 4;
  }
}

/** to[u] = base[u] + Σ_j z_j from[ju], from a level to the one below it, which has `size` values. */
function lower<T>(
  to: usize, base: usize, from: usize, level: i32, size: i32, z: usize, channels: i32,
): void {
  const bytes = <usize>size << 4;
  if (level == 1) {
    if (to != base) memory.copy(to, base, bytes);
    for (let a: usize = 0; a < bytes; a += 16) {
      for (let b = a + 16; b < bytes; b += 16, from += 16) {
        const value = v128.load(from);
        const toFirst = v128.mul<T>(v128.load(z + b), value);
        const toSecond = v128.mul<T>(v128.load(z + a), value);
        v128.store(to + a, v128.sub<T>(v128.load(to + a), toFirst));
        v128.store(to + b, v128.add<T>(v128.load(to + b), toSecond));
      }
    }
    return;
  }
  let letter = 0;
  for (; letter + 3 <= channels; letter += 3) {
    addProducts3<T>(to, base, from, bytes, v128.load(z), v128.load(z, 16), v128.load(z, 32));
    base = to;
    from += bytes * 3;
    z += 48;
  }
  if (letter + 2 <= channels) {
    addProducts2<T>(to, base, from, bytes, v128.load(z), v128.load(z, 16));
  } else if (letter < channels) {
    addProducts1<T>(to, base, from, bytes, v128.load(z));
  }
}

/** to = base + z·a over `bytes` of adjacent vectors. */
@inline function addProducts1<T>(to: usize, base: usize, a: usize, bytes: usize, z: v128): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const product = v128.mul<T>(v128.load(a + at), z);
    v128.store(to + at, v128.add<T>(v128.load(base + at), product));
  }
}

/** to = base + y·a + z·b, with b behind a. */
@inline function addProducts2<T>(
  to: usize, base: usize, a: usize, bytes: usize, y: v128, z: v128,
): void {
  const b = a + bytes;
  for (let at: usize = 0; at < bytes; at += 16) {
    const first = v128.mul<T>(v128.load(a + at), y);
    const second = v128.mul<T>(v128.load(b + at), z);
    const sum = v128.add<T>(v128.load(base + at), first);
    v128.store(to + at, v128.add<T>(sum, second));
  }
}

/** to = base + x·a + y·b + z·c, with b behind a and c behind b. */
@inline function addProducts3<T>(
  to: usize, base: usize, a: usize, bytes: usize, x: v128, y: v128, z: v128,
): void {
  const b = a + bytes;
  const c = b + bytes;
  for (let at: usize = 0; at < bytes; at += 16) {
    const first = v128.mul<T>(v128.load(a + at), x);
    const second = v128.mul<T>(v128.load(b + at), y);
    const third = v128.mul<T>(v128.load(c + at), z);
    const sum = v128.add<T>(v128.load(base + at), first);
    v128.store(to + at, v128.add<T>(sum, v128.add<T>(second, third)));
  }
}
