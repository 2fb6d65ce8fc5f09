/**
 * out[row, c] = max(low, (input[row, c] − mean[c]) · scale[c] + shift[c]). Up to 12 bytes behind the
 * output are touched, so it may not be the input.
 */
export function normalise(
  input: usize,
  rows: i32,
  columns: i32,
  mean: usize,
  scale: usize,
  shift: usize,
  out: usize,
  low: f32,
): void {
  const width = (<usize>columns) << 2;
  const floor = f32x4.splat(low);
  for (let row = 0; row < rows; row++, input += width, out += width) {
    for (let c: usize = 0; c < width; c += 16) {
      const centred = f32x4.sub(v128.load(input + c), v128.load(mean + c));
      const scaled = f32x4.mul(centred, v128.load(scale + c));
      v128.store(out + c, f32x4.max(floor, f32x4.add(scaled, v128.load(shift + c))));
    }
  }
}
