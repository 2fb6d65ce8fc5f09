/**
 * Each sample's gradient where the ReLU's output is positive, 0 elsewhere. A target stride above
 * the width leaves room between samples, filled with 0: rows that a convolution must not see.
 */
export function reluBackward(
  workspace: usize,
  output: usize,
  outputGradient: usize,
  inputGradient: usize,
  samples: i32,
  width: i32,
  stride: i32,
): void {
  const zero = f32x4.splat(0);
  const gap = (<usize>(stride - width)) << 2;
  for (let sample = 0; sample < samples; sample++) {
    const end = output + ((<usize>width) << 2);
    for (; output + 16 <= end; output += 16, outputGradient += 16, inputGradient += 16) {
      const positive = f32x4.gt(v128.load(output), zero);
      v128.store(inputGradient, v128.and(v128.load(outputGradient), positive));
    }
    for (; output < end; output += 4, outputGradient += 4, inputGradient += 4) {
      store<f32>(inputGradient, load<f32>(output) > 0 ? load<f32>(outputGradient) : 0);
    }
    memory.fill(inputGradient, 0, gap);
    inputGradient += gap;
  }
}
