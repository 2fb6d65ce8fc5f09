import { exponentials } from './exponentials';
import { normalDistribution } from './normal-distribution';

/** output = x Φ(x). */
export function gelu(workspace: usize, input: usize, output: usize, count: i32): void {
  const end = input + ((<usize>count) << 2);
  while (input < end) {
    const whole = input + 16 <= end;
    const x = whole ? v128.load(input) : v128.load32_zero(input);
    const bell = exponentials(f32x4.mul(f32x4.mul(x, x), f32x4.splat(-0.5)));
    const y = f32x4.mul(x, normalDistribution(x, bell));
    if (whole) v128.store(output, y);
    else v128.store32_lane(output, y, 0);
    const step: usize = whole ? 16 : 4;
    input += step;
    output += step;
  }
}
