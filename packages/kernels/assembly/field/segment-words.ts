import { layPoints, laySteps, pointBytes } from './segment-points';
import { addScaled, blockLines, firstBand, lastBand, windowsAlong } from './window-blocks';

/**
 * Adds to each window of [bands, starts] the mean over its lines of the signatures of depth 2 of
 * their segments. With m(t) the middle of step t, d(t) its increment, x the first point of a segment
 * and y its last,
 *
 *   S_i = y_i − x_i    S_ij = Σ_t (m_i(t) − x_i) d_j(t) = Σ_t m_i(t) d_j(t) − x_i (y_j − x_j).
 *
 * The products of a step are summed over the lines of a block first, and are those of every segment
 * that the step lies in. The letters j go through the lanes of a vector.
 *
 * @param startBytes from a window to the next one along the lines.
 * @param bandBytes from a window to the next one across the lines.
 */
export function segmentWords(
  workspace: usize,
  pixels: usize,
  steps: i32,
  stepBytes: usize,
  lines: i32,
  lineBytes: usize,
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
  const words = channels + channels * channels;
  const point = pointBytes(channels);
  const block = <usize>(height * steps) * point;
  const points = workspace;
  const middles = points + block + point;
  const increments = middles + block;
  const products = increments + block;
  const chords = products + <usize>(steps * ((channels + 1) & ~1)) * point;
  const columns = chords + <usize>height * point;
  const mean = <f32>1 / <f32>window;
  const until = (bands - 1) * stride + window;
  memory.fill(points + block, 0, point);
  for (let line = 0; line < until; line += height) {
    const from = firstBand(line, window, stride);
    const to = lastBand(line, bands, stride);
    if (from > to) continue;
    const first = pixels + <usize>line * lineBytes;
    layPoints(points, first, steps, stepBytes, height, lineBytes, channels);
    laySteps(middles, increments, points, block, point);
    layProducts(products, middles, increments, steps, height, channels);
    layWords(columns, chords, points, products, steps, height, channels, starts, window, stride);
    for (let band = from; band <= to; band++) {
      let place = out + <usize>band * bandBytes;
      let word = columns;
      for (let start = 0; start < starts; start++, place += startBytes) {
        addScaled(place, word, words, mean);
        word += (<usize>words) << 2;
      }
    }
  }
}

/** Σ m_i(t) d_j(t) over the lines of a block, [step][i][j]; two letters i at a time share a load. */
function layProducts(
  products: usize,
  middles: usize,
  increments: usize,
  steps: i32,
  height: i32,
  channels: i32,
): void {
  const point = pointBytes(channels);
  const block = <usize>(height * steps) * point;
  const line = <usize>steps * point;
  for (let step: usize = 0; step < line - point; step += point) {
    for (let i: usize = 0; i < (<usize>channels) << 2; i += 8, products += 2 * point) {
      for (let j: usize = 0; j < point; j += 32) {
        let sum00 = f32x4.splat(0);
        let sum01 = sum00;
        let sum10 = sum00;
        let sum11 = sum00;
        for (let at = step; at < block; at += line) {
          const d0 = v128.load(increments + at + j);
          const d1 = v128.load(increments + at + j, 16);
          const m0 = v128.load32_splat(middles + at + i);
          const m1 = v128.load32_splat(middles + at + i, 4);
          sum00 = f32x4.add(sum00, f32x4.mul(m0, d0));
          sum01 = f32x4.add(sum01, f32x4.mul(m0, d1));
          sum10 = f32x4.add(sum10, f32x4.mul(m1, d0));
          sum11 = f32x4.add(sum11, f32x4.mul(m1, d1));
        }
        v128.store(products + j, sum00);
        v128.store(products + j, sum01, 16);
        v128.store(products + j + point, sum10);
        v128.store(products + j + point, sum11, 16);
      }
    }
  }
}

/**
 * The words of a block's segments, [start][word], summed over its lines. A vector that reaches over
 * the end of a row of letters is written over by the next row.
 */
function layWords(
  columns: usize,
  chords: usize,
  points: usize,
  products: usize,
  steps: i32,
  height: i32,
  channels: i32,
  starts: i32,
  window: i32,
  stride: i32,
): void {
  const point = pointBytes(channels);
  const line = <usize>steps * point;
  const letters = (<usize>channels) << 2;
  const square = <usize>((channels + 1) & ~1) * point;
  const segment = <usize>(window - 1) * square;
  for (let start = 0; start < starts; start++) {
    const first = points + <usize>(start * stride) * point;
    const last = first + <usize>(window - 1) * point;
    let product = products + <usize>(start * stride) * square;
    for (let j: usize = 0; j < point; j += 16) {
      let sum = f32x4.splat(0);
      let chord = chords + j;
      for (let at: usize = j; at < <usize>height * line; at += line, chord += point) {
        const d = f32x4.sub(v128.load(last + at), v128.load(first + at));
        v128.store(chord, d);
        sum = f32x4.add(sum, d);
      }
      v128.store(columns + j, sum);
    }
    for (let i: usize = 0; i < letters; i += 4, product += point) {
      columns += letters;
      for (let j: usize = 0; j < point; j += 32) {
        let sum0 = f32x4.splat(0);
        let sum1 = sum0;
        for (let at = product + j; at < product + segment; at += square) {
          sum0 = f32x4.add(sum0, v128.load(at));
          sum1 = f32x4.add(sum1, v128.load(at, 16));
        }
        let x = first + i;
        for (let at = chords + j; at < chords + <usize>height * point; at += point, x += line) {
          const xi = v128.load32_splat(x);
          sum0 = f32x4.sub(sum0, f32x4.mul(xi, v128.load(at)));
          sum1 = f32x4.sub(sum1, f32x4.mul(xi, v128.load(at, 16)));
        }
        v128.store(columns + j, sum0);
        v128.store(columns + j, sum1, 16);
      }
    }
    columns += letters;
  }
}
