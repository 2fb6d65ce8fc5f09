import { depthwise3x3, fits3x3 } from './depthwise-3x3';
import { depthwise3x3Spread } from './depthwise-3x3-spread';
import { depthwise3x3Taps } from './depthwise-3x3-taps';
import { windowCount } from './window-count';

/**
 * The gradients of a depthwise convolution: the kernel's is added, the input's overwritten; each is
 * left out where its pointer is 0.
 */
export function depthwiseConv2dBackward(
  workspace: usize,
  input: usize,
  kernel: usize,
  outputGradient: usize,
  inputGradient: usize,
  kernelGradient: usize,
  samples: i32,
  height: i32,
  width: i32,
  channels: i32,
  size: i32,
  stride: i32,
  padding: i32,
): void {
  if (fits3x3(channels, size, stride, padding)) {
    const up = outputGradient;
    const target = inputGradient;
    if (target && stride == 1) {
      depthwise3x3(up, kernel, target, samples, height, width, channels, 1, true);
    } else if (target) {
      depthwise3x3Spread(up, kernel, target, samples, height, width, channels);
    }
    if (kernelGradient) {
      depthwise3x3Taps(input, up, kernelGradient, samples, height, width, channels, stride);
    }
    return;
  }
  const down = windowCount(height, size, stride, padding);
  const across = windowCount(width, size, stride, padding);
  const pixel = (<usize>channels) << 2;
  const image = <usize>(height * width) * pixel;
  if (inputGradient) memory.fill(inputGradient, 0, <usize>samples * image);
  for (let s = 0; s < samples; s++) {
    const first = <usize>s * image;
    for (let y = 0; y < down; y++) {
      const top = y * stride - padding;
      const yEnd = min(size, height - top);
      for (let x = 0; x < across; x++, outputGradient += pixel) {
        const left = x * stride - padding;
        const xEnd = min(size, width - left);
        for (let ky = max(0, -top); ky < yEnd; ky++) {
          for (let kx = max(0, -left); kx < xEnd; kx++) {
            const place = first + <usize>((top + ky) * width + left + kx) * pixel;
            const weight = <usize>(ky * size + kx) * pixel;
            if (inputGradient)
              multiplyInto(inputGradient + place, outputGradient, kernel + weight, pixel);
            if (kernelGradient)
              multiplyInto(kernelGradient + weight, outputGradient, input + place, pixel);
          }
        }
      }
    }
  }
}

/** target += a · b, value by value. */
function multiplyInto(target: usize, a: usize, b: usize, bytes: usize): void {
  let j: usize = 0;
  for (; j + 16 <= bytes; j += 16) {
    const product = f32x4.mul(v128.load(a + j), v128.load(b + j));
    v128.store(target + j, f32x4.add(v128.load(target + j), product));
  }
  for (; j < bytes; j += 4) {
    store<f32>(target + j, load<f32>(target + j) + load<f32>(a + j) * load<f32>(b + j));
  }
}
