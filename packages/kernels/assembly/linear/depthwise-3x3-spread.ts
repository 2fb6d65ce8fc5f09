import { windowCount } from './window-count';

/**
 * The gradient of the input of `depthwise3x3` at stride 2. A pixel in an even row is in one row of
 * windows, one in an odd row in two, and so it is across: one, two, two and four taps for each four
 * pixels.
 */
export function depthwise3x3Spread(
  outputGradient: usize,
  kernel: usize,
  inputGradient: usize,
  samples: i32,
  height: i32,
  width: i32,
  channels: i32,
): void {
  const down = windowCount(height, 3, 2, 1);
  const pixel = (<usize>channels) << 2;
  const line = <usize>width * pixel;
  const outputLine = <usize>windowCount(width, 3, 2, 1) * pixel;
  for (let s = 0; s < samples; s++, inputGradient += <usize>height * line) {
    for (let y = 0; y < down; y++, outputGradient += outputLine) {
      const even = inputGradient + <usize>(2 * y) * line;
      const below = y + 1 < down;
      const next = below ? outputGradient + outputLine : outputGradient;
      for (let c: usize = 0; c < pixel; c += 16) {
        const taps = kernel + c;
        spreadEvenRow(outputGradient + c, even + c, taps + 3 * pixel, width, pixel);
        if (2 * y + 1 == height) continue;
        spreadOddRow(outputGradient + c, next + c, even + line + c, taps, below, width, pixel);
      }
    }
  }
}

function spreadEvenRow(
  upstream: usize,
  target: usize,
  taps: usize,
  width: i32,
  pixel: usize,
): void {
  const b0 = v128.load(taps);
  const b1 = v128.load(taps + pixel);
  const b2 = v128.load(taps + 2 * pixel);
  let here = v128.load(upstream);
  for (let x = 1; x < width; x += 2, target += 2 * pixel) {
    upstream += pixel;
    const after = x + 1 < width ? v128.load(upstream) : f32x4.splat(0);
    v128.store(target, f32x4.mul(here, b1));
    const odd = f32x4.add(f32x4.mul(here, b2), f32x4.mul(after, b0));
    v128.store(target + pixel, odd);
    here = after;
  }
  if (width % 2 == 1) v128.store(target, f32x4.mul(here, b1));
}

function spreadOddRow(
  upstream: usize,
  next: usize,
  target: usize,
  taps: usize,
  below: bool,
  width: i32,
  pixel: usize,
): void {
  const zero = f32x4.splat(0);
  const a0 = below ? v128.load(taps) : zero;
  const a1 = below ? v128.load(taps + pixel) : zero;
  const a2 = below ? v128.load(taps + 2 * pixel) : zero;
  const c0 = v128.load(taps + 6 * pixel);
  const c1 = v128.load(taps + 7 * pixel);
  const c2 = v128.load(taps + 8 * pixel);
  let here = v128.load(upstream);
  let under = v128.load(next);
  for (let x = 1; x < width; x += 2, target += 2 * pixel) {
    upstream += pixel;
    next += pixel;
    const whole = x + 1 < width;
    const after = whole ? v128.load(upstream) : zero;
    const underAfter = whole ? v128.load(next) : zero;
    v128.store(target, f32x4.add(f32x4.mul(here, c1), f32x4.mul(under, a1)));
    const upper = f32x4.add(f32x4.mul(here, c2), f32x4.mul(after, c0));
    const lower = f32x4.add(f32x4.mul(under, a2), f32x4.mul(underAfter, a0));
    v128.store(target + pixel, f32x4.add(upper, lower));
    here = after;
    under = underAfter;
  }
  if (width % 2 == 1) {
    v128.store(target, f32x4.add(f32x4.mul(here, c1), f32x4.mul(under, a1)));
  }
}
