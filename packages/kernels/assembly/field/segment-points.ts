import { loadPart, storePart } from '../part-vectors';

/** Bytes of a point: its channels in whole pairs of vectors. */
export function pointBytes(channels: i32): usize {
  return (<usize>((channels + 7) & ~7)) << 2;
}

/** Lines of pixels as points, [line][step], zeros behind the last channel. */
export function layPoints(
  points: usize,
  pixels: usize,
  steps: i32,
  stepBytes: usize,
  lines: i32,
  lineBytes: usize,
  channels: i32,
): void {
  for (let line = 0; line < lines; line++, pixels += lineBytes) {
    for (let step = 0, from = pixels; step < steps; step++, from += stepBytes) {
      for (let c = 0, at = from; c < channels; c += 8, at += 32, points += 32) {
        const count = channels - c;
        v128.store(points, loadPart(at, count));
        v128.store(points, count > 4 ? loadPart(at + 16, count - 4) : f32x4.splat(0), 16);
      }
    }
  }
}

/** pixels += points, the other way round. */
export function addPoints(
  points: usize,
  pixels: usize,
  steps: i32,
  stepBytes: usize,
  lines: i32,
  lineBytes: usize,
  channels: i32,
): void {
  const point = pointBytes(channels);
  for (let line = 0; line < lines; line++, pixels += lineBytes) {
    for (let step = 0, to = pixels; step < steps; step++, to += stepBytes, points += point) {
      for (let c = 0, at = to, from = points; c < channels; c += 4, at += 16, from += 16) {
        const sum = f32x4.add(loadPart(at, channels - c), v128.load(from));
        storePart(at, sum, channels - c);
      }
    }
  }
}

/**
 * Of each step of the points the middle, ½ (x(t) + x(t + 1)), and the increment, x(t + 1) − x(t); the
 * step from a line's end to the next line is made as well, and not used.
 */
export function laySteps(
  middles: usize,
  increments: usize,
  points: usize,
  bytes: usize,
  point: usize,
): void {
  const half = f32x4.splat(0.5);
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = v128.load(points + at);
    const y = v128.load(points + at + point);
    v128.store(middles + at, f32x4.mul(f32x4.add(x, y), half));
    v128.store(increments + at, f32x4.sub(y, x));
  }
}
