/**
 * Lines of a block: every window is a whole number of blocks, and begins with one. What is summed
 * over the lines of a block is summed once, however many windows the block lies in.
 */
export function blockLines(window: i32, stride: i32): i32 {
  let a = window;
  let b = stride;
  while (b) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/** Windows along so many pixels. */
export function windowsAlong(pixels: i32, window: i32, stride: i32): i32 {
  return (pixels - window) / stride + 1;
}

/** The first window across the lines that holds the line. */
export function firstBand(line: i32, window: i32, stride: i32): i32 {
  return line < window ? 0 : (line - window) / stride + 1;
}

/** The last window across the lines that holds the line, or begins before it. */
export function lastBand(line: i32, bands: i32, stride: i32): i32 {
  return min(line / stride, bands - 1);
}

/** to[k] += factor · from[k] */
export function addScaled(to: usize, from: usize, count: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  let k = 0;
  for (; k + 4 <= count; k += 4, to += 16, from += 16) {
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(v128.load(from), factors)));
  }
  for (; k < count; k++, to += 4, from += 4) {
    store<f32>(to, load<f32>(to) + load<f32>(from) * factor);
  }
}

/** What `addScaled` does, to a second place as well, so many bytes behind the first. */
export function addScaledTwice(
  to: usize,
  bytes: usize,
  from: usize,
  count: i32,
  factor: f32,
): void {
  const factors = f32x4.splat(factor);
  let k = 0;
  for (; k + 4 <= count; k += 4, to += 16, from += 16) {
    const scaled = f32x4.mul(v128.load(from), factors);
    v128.store(to, f32x4.add(v128.load(to), scaled));
    v128.store(to + bytes, f32x4.add(v128.load(to + bytes), scaled));
  }
  for (; k < count; k++, to += 4, from += 4) {
    const scaled = load<f32>(from) * factor;
    store<f32>(to, load<f32>(to) + scaled);
    store<f32>(to + bytes, load<f32>(to + bytes) + scaled);
  }
}
