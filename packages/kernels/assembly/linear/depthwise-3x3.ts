import { windowCount } from './window-count';

/**
 * Whether `depthwise3x3` and its gradients, which hold nine taps of four channels in registers, do
 * these windows.
 */
export function fits3x3(channels: i32, size: i32, stride: i32, padding: i32): bool {
  return size == 3 && padding == 1 && stride <= 2 && channels % 4 == 0;
}

/**
 * A depthwise convolution of 3×3 windows, a pixel of zeros around the image. With the taps turned
 * by 180° it is, at stride 1, the gradient of the input.
 *
 * A row that does not exist is read as the one beside it under taps of 0. Each column is read once and
 * its products added to the sums of the windows that it is in.
 */
export function depthwise3x3(
  input: usize,
  kernel: usize,
  output: usize,
  samples: i32,
  height: i32,
  width: i32,
  channels: i32,
  stride: i32,
  turned: bool,
): void {
  const down = windowCount(height, 3, stride, 1);
  const pixel = (<usize>channels) << 2;
  const line = <usize>width * pixel;
  const outputLine = <usize>windowCount(width, 3, stride, 1) * pixel;
  const firstTap = turned ? kernel + 8 * pixel : kernel;
  const tap = turned ? 0 - pixel : pixel;
  for (let s = 0; s < samples; s++, input += <usize>height * line) {
    for (let y = 0; y < down; y++, output += outputLine) {
      const row = input + <usize>(y * stride) * line;
      const above = y > 0;
      const below = y * stride + 1 < height;
      for (let c: usize = 0; c < pixel; c += 16) {
        const middle = row + c;
        convolveRow(
          above ? middle - line : middle,
          middle,
          below ? middle + line : middle,
          output + c,
          firstTap + c,
          tap,
          above,
          below,
          width,
          pixel,
          stride,
        );
      }
    }
  }
}

function convolveRow(
  top: usize,
  middle: usize,
  bottom: usize,
  output: usize,
  taps: usize,
  tap: usize,
  above: bool,
  below: bool,
  width: i32,
  pixel: usize,
  stride: i32,
): void {
  const zero = f32x4.splat(0);
  const a0 = above ? v128.load(taps) : zero;
  const a1 = above ? v128.load(taps + tap) : zero;
  const a2 = above ? v128.load(taps + 2 * tap) : zero;
  const b0 = v128.load(taps + 3 * tap);
  const b1 = v128.load(taps + 4 * tap);
  const b2 = v128.load(taps + 5 * tap);
  const c0 = below ? v128.load(taps + 6 * tap) : zero;
  const c1 = below ? v128.load(taps + 7 * tap) : zero;
  const c2 = below ? v128.load(taps + 8 * tap) : zero;
  let here = zero;
  let next = zero;
  let u = zero;
  if (stride == 1) {
    for (let x = 0; x < width; x++, top += pixel, middle += pixel, bottom += pixel) {
      u = v128.load(top);
      let ready = f32x4.add(here, f32x4.mul(u, a2));
      here = f32x4.add(next, f32x4.mul(u, a1));
      next = f32x4.mul(u, a0);
      u = v128.load(middle);
      ready = f32x4.add(ready, f32x4.mul(u, b2));
      here = f32x4.add(here, f32x4.mul(u, b1));
      next = f32x4.add(next, f32x4.mul(u, b0));
      u = v128.load(bottom);
      ready = f32x4.add(ready, f32x4.mul(u, c2));
      here = f32x4.add(here, f32x4.mul(u, c1));
      next = f32x4.add(next, f32x4.mul(u, c0));
      // The window left of the image is not one.
      if (x == 0) continue;
      v128.store(output, ready);
      output += pixel;
    }
    v128.store(output, here);
    return;
  }
  for (let x = 1; x < width; x += 2, output += pixel) {
    here = f32x4.add(here, f32x4.mul(v128.load(top), a1));
    here = f32x4.add(here, f32x4.mul(v128.load(middle), b1));
    here = f32x4.add(here, f32x4.mul(v128.load(bottom), c1));
    u = v128.load(top + pixel);
    here = f32x4.add(here, f32x4.mul(u, a2));
    next = f32x4.mul(u, a0);
    u = v128.load(middle + pixel);
    here = f32x4.add(here, f32x4.mul(u, b2));
    next = f32x4.add(next, f32x4.mul(u, b0));
    u = v128.load(bottom + pixel);
    here = f32x4.add(here, f32x4.mul(u, c2));
    next = f32x4.add(next, f32x4.mul(u, c0));
    v128.store(output, here);
    here = next;
    top += 2 * pixel;
    middle += 2 * pixel;
    bottom += 2 * pixel;
  }
  if (width % 2 == 0) return;
  here = f32x4.add(here, f32x4.mul(v128.load(top), a1));
  here = f32x4.add(here, f32x4.mul(v128.load(middle), b1));
  v128.store(output, f32x4.add(here, f32x4.mul(v128.load(bottom), c1)));
}
