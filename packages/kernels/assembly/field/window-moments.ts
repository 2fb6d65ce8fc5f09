import { planeRow } from './real-planes';
import { blockLines, firstBand, lastBand, windowsAlong } from './window-blocks';

/** Added to a variance, so that its root has a gradient where a window is of one value only. */
export const VARIANCE_FLOOR: f64 = 1e-5;

/**
 * Mean and deviation √(variance + floor) of each channel in every window, the means first. Sums are
 * float64, in which a square of a float32 is exact: the variance is a small difference of large
 * numbers.
 */
export function windowMoments(
  workspace: usize,
  planes: usize,
  steps: i32,
  lines: i32,
  channels: i32,
  window: i32,
  stride: i32,
  out: usize,
  startBytes: usize,
  bandBytes: usize,
): void {
  const starts = windowsAlong(steps, window, stride);
  const bands = windowsAlong(lines, window, stride);
  const height = blockLines(window, stride);
  const row = (<usize>planeRow(steps)) << 2;
  const totals = workspace;
  const totalBytes = (<usize>(2 * bands * starts)) << 3;
  const sums = totals + totalBytes;
  const squares = sums + row + row;
  const until = (bands - 1) * stride + window;
  const count = <f64>(window * window);
  for (let channel = 0; channel < channels; channel++, planes += <usize>lines * row) {
    memory.fill(totals, 0, totalBytes);
    for (let line = 0; line < until; line += height) {
      const from = firstBand(line, window, stride);
      const to = lastBand(line, bands, stride);
      if (from > to) continue;
      sumLines(sums, squares, planes + <usize>line * row + 16, height, row);
      for (let start = 0; start < starts; start++) {
        let sum: f64 = 0;
        let square: f64 = 0;
        const begin = (<usize>(start * stride)) << 3;
        for (let at = begin; at < begin + ((<usize>window) << 3); at += 8) {
          sum += load<f64>(sums + at);
          square += load<f64>(squares + at);
        }
        for (let band = from; band <= to; band++) {
          const total = totals + ((<usize>(band * starts + start)) << 4);
          store<f64>(total, load<f64>(total) + sum);
          store<f64>(total, load<f64>(total, 8) + square, 8);
        }
      }
    }
    let total = totals;
    for (let band = 0; band < bands; band++) {
      let place = out + <usize>band * bandBytes + ((<usize>channel) << 2);
      for (let start = 0; start < starts; start++, place += startBytes, total += 16) {
        const mean = load<f64>(total) / count;
        const variance = max<f64>(load<f64>(total, 8) / count - mean * mean, 0);
        store<f32>(place, <f32>mean);
        store<f32>(place + ((<usize>channels) << 2), <f32>sqrt(variance + VARIANCE_FLOOR));
      }
    }
  }
}

/** Of a block's lines, step by step. */
function sumLines(sums: usize, squares: usize, begin: usize, height: i32, row: usize): void {
  const block = <usize>height * row;
  for (let at: usize = 0; at < row - 32; at += 8) {
    let sum = f64x2.splat(0);
    let square = f64x2.splat(0);
    for (let from = begin + at; from < begin + at + block; from += row) {
      const x = f64x2.promote_low_f32x4(v128.load64_zero(from));
      sum = f64x2.add(sum, x);
      square = f64x2.add(square, f64x2.mul(x, x));
    }
    v128.store(sums + at + at, sum);
    v128.store(squares + at + at, square);
  }
}
