import { pointBytes } from './segment-points';

/**
 * What `layProducts` and `layWords` lay of a block of two lines, which are `line` bytes apart. As in
 * `layLineWords` products are made anew for every segment.
 */
export function layPairWords(
  columns: usize,
  chords: usize,
  points: usize,
  middles: usize,
  increments: usize,
  line: usize,
  channels: i32,
  starts: i32,
  window: i32,
  stride: i32,
): void {
  const point = pointBytes(channels);
  const letters = (<usize>channels) << 2;
  const length = <usize>(window - 1) * point;
  const apart = <usize>stride * point;
  for (
    let start = 0;
    start < starts;
    start++, points += apart, middles += apart, increments += apart
  ) {
    for (let j: usize = 0; j < point; j += 16) {
      const d = f32x4.sub(v128.load(points + length + j), v128.load(points + j));
      const e = f32x4.sub(v128.load(points + line + length + j), v128.load(points + line + j));
      v128.store(chords + j, d);
      v128.store(chords + point + j, e);
      v128.store(columns + j, f32x4.add(d, e));
    }
    for (let i: usize = 0; i < letters; i += 8) {
      const row = columns + letters;
      columns += 2 * letters;
      for (let j = point; j > 0; ) {
        j -= 32;
        let sum00 = f32x4.splat(0);
        let sum01 = sum00;
        let sum10 = sum00;
        let sum11 = sum00;
        for (let at: usize = 0; at < length; at += point) {
          const d0 = v128.load(increments + at + j);
          const d1 = v128.load(increments + at + j, 16);
          const m0 = v128.load32_splat(middles + at + i);
          const m1 = v128.load32_splat(middles + at + i, 4);
          const e0 = v128.load(increments + line + at + j);
          const e1 = v128.load(increments + line + at + j, 16);
          const n0 = v128.load32_splat(middles + line + at + i);
          const n1 = v128.load32_splat(middles + line + at + i, 4);
          sum00 = f32x4.add(sum00, f32x4.add(f32x4.mul(m0, d0), f32x4.mul(n0, e0)));
          sum01 = f32x4.add(sum01, f32x4.add(f32x4.mul(m0, d1), f32x4.mul(n0, e1)));
          sum10 = f32x4.add(sum10, f32x4.add(f32x4.mul(m1, d0), f32x4.mul(n1, e0)));
          sum11 = f32x4.add(sum11, f32x4.add(f32x4.mul(m1, d1), f32x4.mul(n1, e1)));
        }
        const d0 = v128.load(chords + j);
        const d1 = v128.load(chords + j, 16);
        const x0 = v128.load32_splat(points + i);
        const x1 = v128.load32_splat(points + i, 4);
        const e0 = v128.load(chords + point + j);
        const e1 = v128.load(chords + point + j, 16);
        const y0 = v128.load32_splat(points + line + i);
        const y1 = v128.load32_splat(points + line + i, 4);
        v128.store(row + j, f32x4.sub(f32x4.sub(sum00, f32x4.mul(x0, d0)), f32x4.mul(y0, e0)));
        v128.store(row + j, f32x4.sub(f32x4.sub(sum01, f32x4.mul(x0, d1)), f32x4.mul(y0, e1)), 16);
        if (i + 4 == letters) continue;
        v128.store(columns + j, f32x4.sub(f32x4.sub(sum10, f32x4.mul(x1, d0)), f32x4.mul(y1, e0)));
        v128.store(
          columns + j,
          f32x4.sub(f32x4.sub(sum11, f32x4.mul(x1, d1)), f32x4.mul(y1, e1)),
          16,
        );
      }
    }
    if (!(channels & 1)) columns += letters;
  }
}
