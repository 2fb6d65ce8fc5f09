import { exponentials } from './exponentials';
import { normalDistribution } from './normal-distribution';

/** inputGradient = outputGradient · (Φ(x) + x φ(x)). */
export function geluBackward(
  workspace: usize,
  input: usize,
  outputGradient: usize,
  inputGradient: usize,
  count: i32,
): void {
  const end = input + ((<usize>count) << 2);
  while (input < end) {
    const whole = input + 16 <= end;
    const x = whole ? v128.load(input) : v128.load32_zero(input);
    const up = whole ? v128.load(outputGradient) : v128.load32_zero(outputGradient);
    const bell = exponentials(f32x4.mul(f32x4.mul(x, x), f32x4.splat(-0.5)));
    // 1 / √(2π)
    const density = f32x4.mul(f32x4.mul(x, bell), f32x4.splat(0.39894228));
    const y = f32x4.mul(up, f32x4.add(normalDistribution(x, bell), density));
    if (whole) v128.store(inputGradient, y);
    else v128.store32_lane(inputGradient, y, 0);
    const step: usize = whole ? 16 : 4;
    input += step;
    outputGradient += step;
    inputGradient += step;
  }
}
