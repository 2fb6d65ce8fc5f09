import { pointBytes } from './segment-points';

/** Σ m_i(t) d_j(t) over the lines of a block, [step][i][j]; two letters i at a time share a load. */
export function layProducts(
  products: usize,
  middles: usize,
  increments: usize,
  steps: i32,
  height: i32,
  channels: i32,
): void {
  const point = pointBytes(channels);
  const block = <usize>(height * steps) * point;
  const line = <usize>steps * point;
  for (let step: usize = 0; step < line - point; step += point) {
    for (let i: usize = 0; i < (<usize>channels) << 2; i += 8, products += 2 * point) {
      for (let j: usize = 0; j < point; j += 32) {
        let sum00 = f32x4.splat(0);
        let sum01 = sum00;
        let sum10 = sum00;
        let sum11 = sum00;
        for (let at = step; at < block; at += line) {
          const d0 = v128.load(increments + at + j);
          const d1 = v128.load(increments + at + j, 16);
          const m0 = v128.load32_splat(middles + at + i);
          const m1 = v128.load32_splat(middles + at + i, 4);
          sum00 = f32x4.add(sum00, f32x4.mul(m0, d0));
          sum01 = f32x4.add(sum01, f32x4.mul(m0, d1));
          sum10 = f32x4.add(sum10, f32x4.mul(m1, d0));
          sum11 = f32x4.add(sum11, f32x4.mul(m1, d1));
        }
        v128.store(products + j, sum00);
        v128.store(products + j, sum01, 16);
        v128.store(products + j + point, sum10);
        v128.store(products + j + point, sum11, 16);
      }
    }
  }
}

/**
 * The words of a block's segments, [start][word], summed over its lines; two letters i at a time share
 * a load. A vector that reaches over the end of a row of letters is written over later: the last
 * letters of two rows go before the first.
 */
export function layWords(
  columns: usize,
  chords: usize,
  points: usize,
  products: usize,
  steps: i32,
  height: i32,
  channels: i32,
  starts: i32,
  window: i32,
  stride: i32,
): void {
  const point = pointBytes(channels);
  const line = <usize>steps * point;
  const letters = (<usize>channels) << 2;
  const square = <usize>((channels + 1) & ~1) * point;
  const segment = <usize>(window - 1) * square;
  for (let start = 0; start < starts; start++) {
    const first = points + <usize>(start * stride) * point;
    const last = first + <usize>(window - 1) * point;
    let product = products + <usize>(start * stride) * square;
    for (let j: usize = 0; j < point; j += 16) {
      let sum = f32x4.splat(0);
      let chord = chords + j;
      for (let at: usize = j; at < <usize>height * line; at += line, chord += point) {
        const d = f32x4.sub(v128.load(last + at), v128.load(first + at));
        v128.store(chord, d);
        sum = f32x4.add(sum, d);
      }
      v128.store(columns + j, sum);
    }
    for (let i: usize = 0; i < letters; i += 8, product += 2 * point) {
      const row = columns + letters;
      columns += 2 * letters;
      for (let j = point; j > 0; ) {
        j -= 32;
        let sum00 = f32x4.splat(0);
        let sum01 = sum00;
        let sum10 = sum00;
        let sum11 = sum00;
        for (let at = product + j; at < product + segment; at += square) {
          sum00 = f32x4.add(sum00, v128.load(at));
          sum01 = f32x4.add(sum01, v128.load(at, 16));
          sum10 = f32x4.add(sum10, v128.load(at + point));
          sum11 = f32x4.add(sum11, v128.load(at + point, 16));
        }
        let x = first + i;
        for (let at = chords + j; at < chords + <usize>height * point; at += point, x += line) {
          const d0 = v128.load(at);
          const d1 = v128.load(at, 16);
          const x0 = v128.load32_splat(x);
          const x1 = v128.load32_splat(x, 4);
          sum00 = f32x4.sub(sum00, f32x4.mul(x0, d0));
          sum01 = f32x4.sub(sum01, f32x4.mul(x0, d1));
          sum10 = f32x4.sub(sum10, f32x4.mul(x1, d0));
          sum11 = f32x4.sub(sum11, f32x4.mul(x1, d1));
        }
        v128.store(row + j, sum00);
        v128.store(row + j, sum01, 16);
        if (i + 4 == letters) continue;
        v128.store(columns + j, sum10);
        v128.store(columns + j, sum11, 16);
      }
    }
    if (!(channels & 1)) columns += letters;
  }
}
