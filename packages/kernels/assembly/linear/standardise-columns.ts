/** output[row, c] = (input[row, c] - mean[c]) · scale[c]; input and output may be the same. */
export function standardiseColumns(
  workspace: usize,
  input: usize,
  output: usize,
  rows: i32,
  columns: i32,
  mean: usize,
  scale: usize,
): void {
  const width = (<usize>columns) << 2;
  for (let row = 0; row < rows; row++, input += width, output += width) {
    let c: usize = 0;
    for (; c + 16 <= width; c += 16) {
      const centred = f32x4.sub(v128.load(input + c), v128.load(mean + c));
      v128.store(output + c, f32x4.mul(centred, v128.load(scale + c)));
    }
    for (; c < width; c += 4) {
      store<f32>(output + c, (load<f32>(input + c) - load<f32>(mean + c)) * load<f32>(scale + c));
    }
  }
}
