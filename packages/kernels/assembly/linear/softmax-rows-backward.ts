import { laneSum } from './lanes';

/** inputGradient = scale · p · (g - Σ p g) for each row; both gradients may be the same. */
export function softmaxRowsBackward(
  workspace: usize,
  output: usize,
  outputGradient: usize,
  inputGradient: usize,
  rows: i32,
  columns: i32,
  scale: f32,
): void {
  const width = (<usize>columns) << 2;
  for (let row = 0; row < rows; row++) {
    let sums = f32x4.splat(0);
    let j: usize = 0;
    for (; j + 16 <= width; j += 16) {
      sums = f32x4.add(sums, f32x4.mul(v128.load(output + j), v128.load(outputGradient + j)));
    }
    let sum = laneSum(sums);
    for (; j < width; j += 4) sum += load<f32>(output + j) * load<f32>(outputGradient + j);
    for (j = 0; j + 16 <= width; j += 16) {
      const pull = f32x4.sub(v128.load(outputGradient + j), f32x4.splat(sum));
      const scaled = f32x4.mul(v128.load(output + j), f32x4.splat(scale));
      v128.store(inputGradient + j, f32x4.mul(scaled, pull));
    }
    for (; j < width; j += 4) {
      const pull = load<f32>(outputGradient + j) - sum;
      store<f32>(inputGradient + j, scale * load<f32>(output + j) * pull);
    }
    output += width;
    outputGradient += width;
    inputGradient += width;
  }
}
