/** sums += vectors, of so many bytes in whole vectors. */
export function addVectors(sums: usize, vectors: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(sums + at, f32x4.add(v128.load(sums + at), v128.load(vectors + at)));
  }
}
