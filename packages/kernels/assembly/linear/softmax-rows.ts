import { exponentials } from './exponentials';
import { laneSum } from './lanes';

/** Each row becomes the softmax of scale · row; input and output may be the same. */
export function softmaxRows(
  workspace: usize,
  input: usize,
  output: usize,
  rows: i32,
  columns: i32,
  scale: f32,
): void {
  const width = (<usize>columns) << 2;
  for (let row = 0; row < rows; row++, input += width, output += width) {
    let peak = load<f32>(input);
    for (let j: usize = 4; j < width; j += 4) peak = max(peak, load<f32>(input + j));
    let sums = f32x4.splat(0);
    let j: usize = 0;
    while (j < width) {
      const whole = j + 16 <= width;
      const x = whole ? v128.load(input + j) : v128.load32_splat(input + j);
      const e = exponentials(f32x4.mul(f32x4.sub(x, f32x4.splat(peak)), f32x4.splat(scale)));
      if (whole) {
        v128.store(output + j, e);
        sums = f32x4.add(sums, e);
        j += 16;
      } else {
        v128.store32_lane(output + j, e, 0);
        sums = f32x4.add(sums, f32x4.mul(e, f32x4(1, 0, 0, 0)));
        j += 4;
      }
    }
    const factor = f32x4.splat(<f32>1 / laneSum(sums));
    for (j = 0; j + 16 <= width; j += 16) {
      v128.store(output + j, f32x4.mul(v128.load(output + j), factor));
    }
    for (; j < width; j += 4) {
      store<f32>(output + j, load<f32>(output + j) * f32x4.extract_lane(factor, 0));
    }
  }
}
