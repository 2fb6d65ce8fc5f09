import { rowMean, rowVariance } from './row-moments';

/** output = (x - mean) / √(variance + epsilon) · gamma + beta, the moments those of the row. */
export function layerNorm(
  workspace: usize,
  input: usize,
  output: usize,
  rows: i32,
  columns: i32,
  gamma: usize,
  beta: usize,
  epsilon: f32,
): void {
  const width = (<usize>columns) << 2;
  for (let row = 0; row < rows; row++, input += width, output += width) {
    const mean = rowMean(input, width);
    const scale = <f32>1 / sqrt<f32>(rowVariance(input, width, mean) + epsilon);
    let j: usize = 0;
    for (; j + 16 <= width; j += 16) {
      const centred = f32x4.sub(v128.load(input + j), f32x4.splat(mean));
      const factor = f32x4.mul(v128.load(gamma + j), f32x4.splat(scale));
      v128.store(output + j, f32x4.add(f32x4.mul(centred, factor), v128.load(beta + j)));
    }
    for (; j < width; j += 4) {
      const centred = load<f32>(input + j) - mean;
      const factor = load<f32>(gamma + j) * scale;
      store<f32>(output + j, centred * factor + load<f32>(beta + j));
    }
  }
}
