import { loadPart, storePart } from '../part-vectors';

/** Writes a tile of sums to C with the bias and the rectifier, as much of it as lies in C. */
export function storeTile(
  c: usize,
  cStride: i32,
  tile: usize,
  tileStride: i32,
  height: i32,
  width: i32,
  bias: usize,
  relu: bool,
): void {
  if (width == 8) {
    const zero = f32x4.splat(0);
    let bias0 = zero;
    let bias1 = zero;
    if (bias) {
      bias0 = v128.load(bias);
      bias1 = v128.load(bias, 16);
    }
    for (let i = 0; i < height; i++) {
      let v0 = f32x4.add(v128.load(tile), bias0);
      let v1 = f32x4.add(v128.load(tile, 16), bias1);
      if (relu) {
        // In this order NaN stays NaN.
        v0 = f32x4.pmax(v0, zero);
        v1 = f32x4.pmax(v1, zero);
      }
      v128.store(c, v0);
      v128.store(c, v1, 16);
      tile += tileStride;
      c += cStride << 2;
    }
    return;
  }
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j += 4) {
      const count = width - j;
      const at = (<usize>j) << 2;
      let v = v128.load(tile + at);
      if (bias) v = f32x4.add(v, loadPart(bias + at, count));
      if (relu) v = f32x4.pmax(v, f32x4.splat(0));
      storePart(c + at, v, count);
    }
    tile += tileStride;
    c += cStride << 2;
  }
}
