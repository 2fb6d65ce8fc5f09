export function gemm(
  workspace: usize, c: usize, cStride: i32, a: usize, aStride: i32, transposeA: i32,
  b: usize, bStride: i32, transposeB: i32, rows: i32, columns: i32, inner: i32,
  bias: usize, relu: i32, accumulate: i32,
): void {
  const aRow = transposeA ? 1 : aStride;
  const aInner = transposeA ? aStride : 1;
  const bInner = transposeB ? 1 : bStride;
  const bColumn = transposeB ? bStride : 1;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = c + ((row * cStride + column) << 2);
      let sum: f32 = accumulate ? load<f32>(place) : 0;
      for (let k = 0; k < inner; k++) {
        sum += load<f32>(a + ((row * aRow + k * aInner) << 2)) * load<f32>(b + ((k * bInner + column * bColumn) << 2));
      }
      if (bias) sum += load<f32>(bias + (column << 2));
      store<f32>(place, relu && sum < 0 ? 0 : sum);
    }
  }
}
