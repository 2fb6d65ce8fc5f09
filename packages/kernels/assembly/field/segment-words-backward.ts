import { planeRow } from './real-planes';
import { endRow, gatherEnds, scatterEnds } from './segment-ends';
import { addScaled, blockLines, firstBand, lastBand, windowsAlong } from './window-blocks';

/**
 * Writes the gradient of the points, as planes, of what `segmentWords` makes of them. All lines of a
 * block have the same gradients of words. With a_ij the gradient of the area that i and j sweep,
 * a_ji = −a_ij, and α(t) its sum over the segments that step t lies in,
 *
 *   ∂x_i(t) = Σ_j α_ij(t) x_j(t + 1) − α_ij(t − 1) x_j(t − 1)
 *
 * and what the ends add: the gradient of d, and of the chord.
 */
export function segmentWordsBackward(
  workspace: usize,
  planes: usize,
  planeGradients: usize,
  steps: i32,
  lines: i32,
  channels: i32,
  window: i32,
  stride: i32,
  outputGradient: usize,
  startBytes: usize,
  bandBytes: usize,
): void {
  const starts = windowsAlong(steps, window, stride);
  const bands = windowsAlong(lines, window, stride);
  const height = blockLines(window, stride);
  const squares = channels * channels;
  const words = channels + squares;
  const row = (<usize>endRow(starts)) << 2;
  const planeBytes = (<usize>planeRow(steps)) << 2;
  const columns = workspace;
  const level1 = columns + <usize>words * row;
  const products = level1 + <usize>channels * row;
  const areas = products + <usize>squares * row;
  const first = areas + <usize>squares * row;
  const last = first + <usize>channels * row;
  const firstGradients = last + <usize>channels * row;
  const lastGradients = firstGradients + <usize>channels * row;
  const alphas = lastGradients + <usize>channels * row;
  const mean = <f32>1 / <f32>window;
  const until = (bands - 1) * stride + window;
  memory.fill(planeGradients, 0, <usize>(channels * lines) * planeBytes);
  for (let line = 0; line < until; line += height) {
    const from = firstBand(line, window, stride);
    const to = lastBand(line, bands, stride);
    if (from > to) continue;
    memory.fill(columns, 0, <usize>words * row);
    for (let band = from; band <= to; band++) {
      let place = outputGradient + <usize>band * bandBytes;
      let word = columns;
      for (let start = 0; start < starts; start++, place += startBytes) {
        addScaled(word, place, words, mean);
        word += (<usize>words) << 2;
      }
    }
    layGradients(level1, products, areas, columns, channels, starts, row);
    layAlphas(alphas, areas, channels, starts, row, steps, window, stride);
    for (let within = line; within < line + height; within++) {
      layPointGradients(planeGradients, planes, alphas, within, lines, steps, channels);
      gatherEnds(first, planes, within, lines, steps, channels, starts, stride, 0);
      gatherEnds(last, planes, within, lines, steps, channels, starts, stride, window - 1);
      layEndGradients(
        firstGradients,
        lastGradients,
        first,
        last,
        level1,
        products,
        areas,
        channels,
        row,
      );
      scatterEnds(
        firstGradients,
        planeGradients,
        within,
        lines,
        steps,
        channels,
        starts,
        stride,
        0,
      );
      scatterEnds(
        lastGradients,
        planeGradients,
        within,
        lines,
        steps,
        channels,
        starts,
        stride,
        window - 1,
      );
    }
  }
}

/**
 * From the gradients g of the words, [start][word], to rows [start] of those of d_i, of
 * ½ Σ h_ij d_i d_j as h_ij = ½ (g_ij + g_ji), and of the areas, a_ij = ½ (g_ij − g_ji).
 */
function layGradients(
  level1: usize,
  products: usize,
  areas: usize,
  columns: usize,
  channels: i32,
  starts: i32,
  row: usize,
): void {
  const letters = (<usize>channels) << 2;
  memory.fill(level1, 0, <usize>(channels + 2 * channels * channels) * row);
  for (let start: usize = 0; start < (<usize>starts) << 2; start += 4) {
    for (let i = 0; i < channels; i++, columns += 4) {
      store<f32>(level1 + <usize>i * row + start, load<f32>(columns));
    }
    for (let i = 0; i < channels; i++) {
      for (let j = 0; j < channels; j++) {
        const ij = load<f32>(columns + <usize>i * letters + ((<usize>j) << 2));
        const ji = load<f32>(columns + <usize>j * letters + ((<usize>i) << 2));
        const at = <usize>(i * channels + j) * row + start;
        store<f32>(products + at, 0.5 * (ij + ji));
        store<f32>(areas + at, 0.5 * (ij - ji));
      }
    }
    columns += <usize>channels * letters;
  }
}

/** α_ij(t), rows of `planeRow` with zeros before the first step and after the last. */
function layAlphas(
  alphas: usize,
  areas: usize,
  channels: i32,
  starts: i32,
  row: usize,
  steps: i32,
  window: i32,
  stride: i32,
): void {
  const line = (<usize>planeRow(steps)) << 2;
  const bytes = (<usize>(window - 1)) << 2;
  memory.fill(alphas, 0, <usize>(channels * channels) * line);
  for (let i = 0; i < channels; i++) {
    for (let j = i + 1; j < channels; j++) {
      const ij = alphas + <usize>(i * channels + j) * line;
      const ji = alphas + <usize>(j * channels + i) * line;
      let from = areas + <usize>(i * channels + j) * row;
      let begin: usize = 16;
      for (let start = 0; start < starts; start++, from += 4, begin += (<usize>stride) << 2) {
        const a = load<f32>(from);
        for (let at = begin; at < begin + bytes; at += 4) {
          store<f32>(ij + at, load<f32>(ij + at) + a);
        }
      }
      for (let at: usize = 16; at < line - 16; at += 16) {
        v128.store(ji + at, f32x4.neg(v128.load(ij + at)));
      }
    }
  }
}

/** ∂x_i(t) of a line, but for what its ends add. */
function layPointGradients(
  planeGradients: usize,
  planes: usize,
  alphas: usize,
  line: i32,
  lines: i32,
  steps: i32,
  channels: i32,
): void {
  const row = (<usize>planeRow(steps)) << 2;
  const plane = <usize>lines * row;
  const begin = <usize>line * row + 16;
  for (let i = 0; i < channels; i++) {
    const to = planeGradients + <usize>i * plane + begin;
    for (let at: usize = 0; at < row - 32; at += 16) {
      let alpha = alphas + <usize>(i * channels) * row + 16 + at;
      let x = planes + begin + at;
      let sum = f32x4.splat(0);
      for (let j = 0; j < channels; j++, alpha += row, x += plane) {
        const after = f32x4.mul(v128.load(alpha), v128.load(x, 4));
        const before = f32x4.mul(v128.load(alpha - 4), v128.load(x - 4));
        sum = f32x4.add(sum, f32x4.sub(after, before));
      }
      v128.store(to + at, sum);
    }
  }
}

/** Of the first point x and the last y of each segment: from d = y − x, and the chord. */
function layEndGradients(
  firstGradients: usize,
  lastGradients: usize,
  first: usize,
  last: usize,
  level1: usize,
  products: usize,
  areas: usize,
  channels: i32,
  row: usize,
): void {
  for (let i = 0; i < channels; i++) {
    const row1 = <usize>i * row;
    for (let at: usize = 0; at < row; at += 16) {
      let ofD = v128.load(level1 + row1 + at);
      let ofX = f32x4.splat(0);
      let ofY = f32x4.splat(0);
      let pair = <usize>(i * channels) * row + at;
      for (let j: usize = 0; j < <usize>channels * row; j += row, pair += row) {
        const x = v128.load(first + j + at);
        const y = v128.load(last + j + at);
        const a = v128.load(areas + pair);
        ofD = f32x4.add(ofD, f32x4.mul(v128.load(products + pair), f32x4.sub(y, x)));
        ofX = f32x4.sub(ofX, f32x4.mul(a, y));
        ofY = f32x4.add(ofY, f32x4.mul(a, x));
      }
      v128.store(firstGradients + row1 + at, f32x4.sub(ofX, ofD));
      v128.store(lastGradients + row1 + at, f32x4.add(ofY, ofD));
    }
  }
}
