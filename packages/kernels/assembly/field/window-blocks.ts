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
