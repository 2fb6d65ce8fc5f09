import { loadPart, storePart, wholeVectors } from '../part-vectors';
import { blockLines, firstBand, lastBand, windowsAlong } from './window-blocks';

/** Added to a variance, so that its root has a gradient where a window is of one value only. */
export const VARIANCE_FLOOR: f64 = 1e-5;

/**
 * Mean and deviation √(variance + floor) of each channel in every window, the means first. Sums are
 * float64, in which a square of a float32 is exact: the variance is a small difference of large
 * numbers.
 *
 * Of each block of lines the sums of every window across are kept for as long as a window is high.
 */
export function windowMoments(
  workspace: usize,
  pixels: usize,
  height: i32,
  width: i32,
  channels: i32,
  window: i32,
  stride: i32,
  out: usize,
  startBytes: usize,
  bandBytes: usize,
): void {
  const starts = windowsAlong(width, window, stride);
  const bands = windowsAlong(height, window, stride);
  const lines = blockLines(window, stride);
  // A sum and a sum of squares for each channel, float64.
  const pair = 4 * wholeVectors(channels);
  const blocks = window / lines;
  const block = <usize>starts * pair;
  const sums = workspace + <usize>blocks * block;
  const row = (<usize>(width * channels)) << 2;
  const until = (bands - 1) * stride + window;
  for (let line = 0, index = 0; line < until; line += lines, index++) {
    if (firstBand(line, window, stride) > lastBand(line, bands, stride)) continue;
    const place = workspace + <usize>(index % blocks) * block;
    sumLines(sums, pixels + <usize>line * row, lines, width, channels);
    sumWindows(place, sums, starts, pair, window, stride);
    const begin = line + lines - window;
    if (begin < 0 || begin % stride != 0) continue;
    const band = out + <usize>(begin / stride) * bandBytes;
    layMoments(band, startBytes, workspace, blocks, starts, channels, <f64>(window * window));
  }
}

/** Of the lines of a block, step by step: two sums, then their two sums of squares, two channels at a time. */
function sumLines(sums: usize, pixels: usize, lines: i32, width: i32, channels: i32): void {
  const row = (<usize>(width * channels)) << 2;
  const block = <usize>lines * row;
  for (let step = 0; step < width; step++) {
    for (let c = 0; c < channels; c += 4, sums += 64) {
      const count = channels - c;
      let low = f64x2.splat(0);
      let high = low;
      let lowSquares = low;
      let highSquares = low;
      for (let from = pixels; from < pixels + block; from += row) {
        const x = loadPart(from, count);
        const a = f64x2.promote_low_f32x4(x);
        const b = f64x2.promote_low_f32x4(i64x2.shuffle(x, x, 1, 1));
        low = f64x2.add(low, a);
        high = f64x2.add(high, b);
        lowSquares = f64x2.add(lowSquares, f64x2.mul(a, a));
        highSquares = f64x2.add(highSquares, f64x2.mul(b, b));
      }
      v128.store(sums, low);
      v128.store(sums, high, 16);
      v128.store(sums, lowSquares, 32);
      v128.store(sums, highSquares, 48);
      pixels += (<usize>min(count, 4)) << 2;
    }
  }
}

/** From the sums of each step to those of each window across. */
function sumWindows(
  to: usize,
  sums: usize,
  starts: i32,
  pair: usize,
  window: i32,
  stride: i32,
): void {
  for (let start = 0; start < starts; start++, sums += <usize>stride * pair) {
    for (let at: usize = 0; at < pair; at += 16, to += 16) {
      let sum = f64x2.splat(0);
      for (let from = sums + at; from < sums + <usize>window * pair; from += pair) {
        sum = f64x2.add(sum, v128.load(from));
      }
      v128.store(to, sum);
    }
  }
}

function layMoments(
  out: usize,
  startBytes: usize,
  totals: usize,
  blocks: i32,
  starts: i32,
  channels: i32,
  count: f64,
): void {
  const share = f64x2.splat(1.0 / count);
  const deviations = (<usize>channels) << 2;
  const block = <usize>starts * 4 * wholeVectors(channels);
  for (let start = 0; start < starts; start++, out += startBytes) {
    for (let c = 0, at = out; c < channels; c += 4, at += 16, totals += 64) {
      let low = f64x2.splat(0);
      let high = low;
      let lowSquares = low;
      let highSquares = low;
      for (let from = totals; from < totals + <usize>blocks * block; from += block) {
        low = f64x2.add(low, v128.load(from));
        high = f64x2.add(high, v128.load(from, 16));
        lowSquares = f64x2.add(lowSquares, v128.load(from, 32));
        highSquares = f64x2.add(highSquares, v128.load(from, 48));
      }
      low = f64x2.mul(low, share);
      high = f64x2.mul(high, share);
      storePart(at, narrow(low, high), channels - c);
      const variance = narrow(
        varianceOf(low, f64x2.mul(lowSquares, share)),
        varianceOf(high, f64x2.mul(highSquares, share)),
      );
      storePart(at + deviations, f32x4.sqrt(variance), channels - c);
    }
  }
}

/** With its floor. */
function varianceOf(mean: v128, square: v128): v128 {
  const variance = f64x2.max(f64x2.sub(square, f64x2.mul(mean, mean)), f64x2.splat(0));
  return f64x2.add(variance, f64x2.splat(VARIANCE_FLOOR));
}

function narrow(low: v128, high: v128): v128 {
  return i64x2.shuffle(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}
