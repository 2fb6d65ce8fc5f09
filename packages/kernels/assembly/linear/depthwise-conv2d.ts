import { depthwise3x3, fits3x3 } from './depthwise-3x3';
import { windowCount } from './window-count';

/** Each channel convolved with its own filter [size, size], zeros outside the image. */
export function depthwiseConv2d(
  workspace: usize,
  input: usize,
  kernel: usize,
  output: usize,
  samples: i32,
  height: i32,
  width: i32,
  channels: i32,
  size: i32,
  stride: i32,
  padding: i32,
): void {
  if (fits3x3(channels, size, stride, padding)) {
    depthwise3x3(input, kernel, output, samples, height, width, channels, stride, false);
    return;
  }
  const down = windowCount(height, size, stride, padding);
  const across = windowCount(width, size, stride, padding);
  const pixel = (<usize>channels) << 2;
  for (let s = 0; s < samples; s++, input += <usize>(height * width) * pixel) {
    for (let y = 0; y < down; y++) {
      const top = y * stride - padding;
      const yEnd = min(size, height - top);
      for (let x = 0; x < across; x++, output += pixel) {
        const left = x * stride - padding;
        const xStart = max(0, -left);
        const xEnd = min(size, width - left);
        let c: usize = 0;
        for (; c + 16 <= pixel; c += 16) {
          let sum = f32x4.splat(0);
          for (let ky = max(0, -top); ky < yEnd; ky++) {
            let at = input + <usize>((top + ky) * width + left + xStart) * pixel + c;
            let weight = kernel + <usize>(ky * size + xStart) * pixel + c;
            for (let kx = xStart; kx < xEnd; kx++, at += pixel, weight += pixel) {
              sum = f32x4.add(sum, f32x4.mul(v128.load(at), v128.load(weight)));
            }
          }
          v128.store(output + c, sum);
        }
        for (; c < pixel; c += 4) {
          let sum: f32 = 0;
          for (let ky = max(0, -top); ky < yEnd; ky++) {
            let at = input + <usize>((top + ky) * width + left + xStart) * pixel + c;
            let weight = kernel + <usize>(ky * size + xStart) * pixel + c;
            for (let kx = xStart; kx < xEnd; kx++, at += pixel, weight += pixel) {
              sum += load<f32>(at) * load<f32>(weight);
            }
          }
          store<f32>(output + c, sum);
        }
      }
    }
  }
}
