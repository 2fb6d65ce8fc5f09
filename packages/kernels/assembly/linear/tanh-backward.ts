/** inputGradient = outputGradient · (1 − y²). */
export function tanhBackward(
  workspace: usize,
  output: usize,
  outputGradient: usize,
  inputGradient: usize,
  count: i32,
): void {
  const end = output + ((<usize>count) << 2);
  while (output < end) {
    const whole = output + 16 <= end;
    const y = whole ? v128.load(output) : v128.load32_zero(output);
    const up = whole ? v128.load(outputGradient) : v128.load32_zero(outputGradient);
    const slope = f32x4.sub(f32x4.splat(1), f32x4.mul(y, y));
    if (whole) v128.store(inputGradient, f32x4.mul(up, slope));
    else v128.store32_lane(inputGradient, f32x4.mul(up, slope), 0);
    const step: usize = whole ? 16 : 4;
    output += step;
    outputGradient += step;
    inputGradient += step;
  }
}
