import { levelSize, wordCount } from './words';

/** differences[uj] = m[ju] − m[uj] on the highest level, which no step changes. */
export function bracketDifferences<T>(
  differences: usize, functional: usize, channels: i32, depth: i32,
): void {
  const top = functional + (<usize>wordCount(channels, depth - 1) << 4);
  const size = levelSize(channels, depth - 1);
  for (let word = 0; word < size; word++) {
    for (let letter = 0; letter < channels; letter++) {
      const front = v128.load(top + (<usize>(letter * size + word) << 4));
      const back = v128.load(top + (<usize>(word * channels + letter) << 4));
      v128.store(differences, v128.sub<T>(front, back));
      differences += 16;
    }
  }
}

/**
 * One step back in time of the gradient of a function of a signature, in every lane.
 *
 * Moving the increment z_t of a path changes its signature S = S_t ⊗ S_(t,T) by S_t ⊗ w ⊗ S_(t,T), where
 * w = dz − [z, dz]/2 + [z, [z, dz]]/6 − … (the differential of the exponential map). So all that
 * is needed of the cotangent g is the functional m_t(v) = ⟨g, S_t ⊗ v ⊗ S_(t,T)⟩, and
 * m_(t−1)(v) = m_t(exp(−z) v exp(z)) = m_t(exp(−ad z) v): neither the signatures in between nor
 * the memory to keep them are needed, and no step undoes an earlier one.
 *
 * With P the adjoint of v → vz − zv, the gradient is the first level of Σ P^k m/(k+1)!, and the
 * functional becomes Σ P^k m/k!, both by Horner's scheme from the highest level down.
 *
 * @param back the increment −z.
 * @param gradient the gradient with respect to z, a vector a channel.
 */
export function coadjointStep<T>(
  functional: usize, differences: usize, back: usize, gradient: usize,
  channels: i32, depth: i32, scratch: usize,
): void {
  const row = <usize>channels << 4;
  if (depth == 1) {
    memory.copy(gradient, functional, row);
    return;
  }
  const topSize = levelSize(channels, depth - 1);
  const topBytes = <usize>topSize << 4;
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
  for (let at: usize = 0; at < topBytes; at += 16) {
    let sum = v128.mul<T>(v128.load(differences), v128.load(back));
    for (let letter: usize = 16; letter < row; letter += 16) {
      const product = v128.mul<T>(v128.load(differences + letter), v128.load(back + letter));
      sum = v128.add<T>(sum, product);
    }
    differences += row;
    v128.store(top + at, sum);
  }
  // Level 0 stands for the gradient. A level is written when all that need the old one are done.
  const below = functional + (<usize>wordCount(channels, depth - 2) << 4);
  let own = functional;
  for (let target = 0; target < depth; target++) {
    const last = max(target, 1);
    const end = target ? own : gradient;
    let level = depth - 1;
    let from = level == last ? end : even;
    let other = odd;
    const share = v128.splat<T>(<T>(1.0 / <f64>(depth - target)));
    for (let at: usize = 0; at < topBytes; at += 16) {
      const grown = v128.mul<T>(share, v128.load(top + at));
      v128.store(from + at, v128.add<T>(v128.load(below + at), grown));
    }
    let size = topSize;
    let base = below;
    while (level > last) {
      level--;
      size /= channels;
      base -= <usize>size << 4;
      const to = level == last ? end : other;
      addBracket<T>(to, base, from, size, scratch + <usize>(level - target) * row, row);
      other = from;
      from = to;
    }
    if (target) own += <usize>levelSize(channels, target) << 4;
  }
}

/** to[u] = base[u] + Σ_j z_j (from[ju] − from[uj]). */
@inline function addBracket<T>(
  to: usize, base: usize, from: usize, size: i32, z: usize, row: usize,
): void {
  const bytes = <usize>size << 4;
  let back = from;
  for (let at: usize = 0; at < bytes; at += 16) {
    let sum = v128.load(base + at);
    let front = from + at;
    for (let letter: usize = 0; letter < row; letter += 16) {
      const difference = v128.sub<T>(v128.load(front), v128.load(back));
      sum = v128.add<T>(sum, v128.mul<T>(difference, v128.load(z + letter)));
      front += bytes;
      back += 16;
    }
    v128.store(to + at, sum);
  }
}
