/**
 * output = (x - mean) / √(variance + epsilon) · gamma + beta, then max(0, ·) if asked; `scale` is room
 * for the factors.
 */
export function batchNorm(
  workspace: usize,
  input: usize,
  output: usize,
  rows: i32,
  columns: i32,
  mean: usize,
  variance: usize,
  gamma: usize,
  beta: usize,
  epsilon: f32,
  scale: usize,
  relu: i32,
): void {
  const width = (<usize>columns) << 2;
  for (let j: usize = 0; j < width; j += 4) {
    const deviation = sqrt<f32>(load<f32>(variance + j) + epsilon);
    store<f32>(scale + j, load<f32>(gamma + j) / deviation);
  }
  // Nothing is below the floor where there is no ReLU.
  const floor: f32 = relu ? 0 : -Infinity;
  for (let row = 0; row < rows; row++, input += width, output += width) {
    let j: usize = 0;
    for (; j + 16 <= width; j += 16) {
      const centred = f32x4.sub(v128.load(input + j), v128.load(mean + j));
      const scaled = f32x4.mul(centred, v128.load(scale + j));
      const value = f32x4.add(scaled, v128.load(beta + j));
      // In this order NaN stays NaN.
      v128.store(output + j, f32x4.pmax(value, f32x4.splat(floor)));
    }
    for (; j < width; j += 4) {
      const centred = load<f32>(input + j) - load<f32>(mean + j);
      store<f32>(output + j, max(centred * load<f32>(scale + j) + load<f32>(beta + j), floor));
    }
  }
}
