import { windowCount } from './window-count';

/** Adds the gradient of the taps of `depthwise3x3`, summed in registers along each row. */
export function depthwise3x3Taps(
  input: usize,
  outputGradient: usize,
  kernelGradient: usize,
  samples: i32,
  height: i32,
  width: i32,
  channels: i32,
  stride: i32,
): void {
  const down = windowCount(height, 3, stride, 1);
  const across = windowCount(width, 3, stride, 1);
  const pixel = (<usize>channels) << 2;
  const line = <usize>width * pixel;
  for (let s = 0; s < samples; s++, input += <usize>height * line) {
    for (let y = 0; y < down; y++, outputGradient += <usize>across * pixel) {
      const row = input + <usize>(y * stride) * line;
      const above = y > 0;
      const below = y * stride + 1 < height;
      for (let c: usize = 0; c < pixel; c += 16) {
        const middle = row + c;
        correlateRow(
          above ? middle - line : middle,
          middle,
          below ? middle + line : middle,
          outputGradient + c,
          kernelGradient + c,
          above,
          below,
          width,
          across,
          pixel,
          stride,
        );
      }
    }
  }
}

function correlateRow(
  top: usize,
  middle: usize,
  bottom: usize,
  upstream: usize,
  taps: usize,
  above: bool,
  below: bool,
  width: i32,
  across: i32,
  pixel: usize,
  stride: i32,
): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let c0 = a0;
  let c1 = a0;
  let c2 = a0;
  let before = a0;
  let here = v128.load(upstream);
  let after = a0;
  let u = a0;
  const last = across - 1;
  if (stride == 1) {
    for (let x = 0; x < width; x++, top += pixel, middle += pixel, bottom += pixel) {
      upstream += pixel;
      after = x < last ? v128.load(upstream) : f32x4.splat(0);
      u = v128.load(top);
      a0 = f32x4.add(a0, f32x4.mul(u, after));
      a1 = f32x4.add(a1, f32x4.mul(u, here));
      a2 = f32x4.add(a2, f32x4.mul(u, before));
      u = v128.load(middle);
      b0 = f32x4.add(b0, f32x4.mul(u, after));
      b1 = f32x4.add(b1, f32x4.mul(u, here));
      b2 = f32x4.add(b2, f32x4.mul(u, before));
      u = v128.load(bottom);
      c0 = f32x4.add(c0, f32x4.mul(u, after));
      c1 = f32x4.add(c1, f32x4.mul(u, here));
      c2 = f32x4.add(c2, f32x4.mul(u, before));
      before = here;
      here = after;
    }
  } else {
    for (let x = 0; ; x++) {
      a1 = f32x4.add(a1, f32x4.mul(v128.load(top), here));
      b1 = f32x4.add(b1, f32x4.mul(v128.load(middle), here));
      c1 = f32x4.add(c1, f32x4.mul(v128.load(bottom), here));
      if (2 * x + 1 == width) break;
      upstream += pixel;
      after = x < last ? v128.load(upstream) : f32x4.splat(0);
      u = v128.load(top + pixel);
      a2 = f32x4.add(a2, f32x4.mul(u, here));
      a0 = f32x4.add(a0, f32x4.mul(u, after));
      u = v128.load(middle + pixel);
      b2 = f32x4.add(b2, f32x4.mul(u, here));
      b0 = f32x4.add(b0, f32x4.mul(u, after));
      u = v128.load(bottom + pixel);
      c2 = f32x4.add(c2, f32x4.mul(u, here));
      c0 = f32x4.add(c0, f32x4.mul(u, after));
      if (x == last) break;
      here = after;
      top += 2 * pixel;
      middle += 2 * pixel;
      bottom += 2 * pixel;
    }
  }
  if (above) addTaps(taps, pixel, a0, a1, a2);
  addTaps(taps + 3 * pixel, pixel, b0, b1, b2);
  if (below) addTaps(taps + 6 * pixel, pixel, c0, c1, c2);
}

function addTaps(taps: usize, pixel: usize, a: v128, b: v128, c: v128): void {
  v128.store(taps, f32x4.add(v128.load(taps), a));
  v128.store(taps + pixel, f32x4.add(v128.load(taps + pixel), b));
  v128.store(taps + 2 * pixel, f32x4.add(v128.load(taps + 2 * pixel), c));
}
