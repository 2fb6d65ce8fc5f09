import { exponentials } from './exponentials';

/** output = tanh x = 1 − 2 / (e^2x + 1). */
export function tanh(workspace: usize, input: usize, output: usize, count: i32): void {
  const end = input + ((<usize>count) << 2);
  const one = f32x4.splat(1);
  while (input < end) {
    const whole = input + 16 <= end;
    const x = whole ? v128.load(input) : v128.load32_zero(input);
    const y = f32x4.sub(
      one,
      f32x4.div(f32x4.splat(2), f32x4.add(exponentials(f32x4.add(x, x)), one)),
    );
    if (whole) v128.store(output, y);
    else v128.store32_lane(output, y, 0);
    const step: usize = whole ? 16 : 4;
    input += step;
    output += step;
  }
}
