import { planeRow } from './real-planes';
import { endRow, gatherEnds } from './segment-ends';
import { addScaled, blockLines, firstBand, lastBand, windowsAlong } from './window-blocks';

/**
 * Adds to each window of [bands, starts] the mean over its lines of the signatures of depth 2 of
 * their segments, from planes of `layRealPlanes`. With x the first point of a segment, y its last and
 * d = y − x, as in `areaField`,
 *
 *   2 S_ij = d_i d_j + Σ_t (x_i(t) x_j(t + 1) − x_j(t) x_i(t + 1)) − (x_i y_j − x_j y_i).
 *
 * The products are summed over the lines of a block first: what is left for each window does not
 * grow with its lines.
 *
 * @param startBytes from a window to the next one along the lines.
 * @param bandBytes from a window to the next one across the lines.
 */
export function segmentWords(
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
  const words = channels + channels * channels;
  const wordRow = (<usize>endRow(starts)) << 2;
  const rows = workspace;
  const columns = rows + <usize>words * wordRow;
  const first = columns + <usize>words * wordRow;
  const last = first + <usize>channels * wordRow;
  const areas = last + <usize>channels * wordRow;
  const mean = <f32>1 / <f32>window;
  const until = (bands - 1) * stride + window;
  for (let line = 0; line < until; line += height) {
    const from = firstBand(line, window, stride);
    const to = lastBand(line, bands, stride);
    if (from > to) continue;
    memory.fill(rows, 0, <usize>words * wordRow);
    for (let within = line; within < line + height; within++) {
      gatherEnds(first, planes, within, lines, steps, channels, starts, stride, 0);
      gatherEnds(last, planes, within, lines, steps, channels, starts, stride, window - 1);
      addChords(rows, first, last, channels, wordRow);
    }
    for (let i = 0; i < channels; i++) {
      for (let j = i + 1; j < channels; j++) {
        layAreas(areas, planes, line, height, lines, steps, i, j);
        const ij = rows + <usize>(channels + i * channels + j) * wordRow;
        const ji = rows + <usize>(channels + j * channels + i) * wordRow;
        addAreas(ij, ji, areas, starts, window, stride);
      }
    }
    turn(columns, rows, words, starts, wordRow);
    for (let band = from; band <= to; band++) {
      let place = out + <usize>band * bandBytes;
      let word = columns;
      for (let start = 0; start < starts; start++, place += startBytes) {
        addScaled(place, word, channels, mean);
        word += (<usize>channels) << 2;
        addScaled(place + ((<usize>channels) << 2), word, words - channels, mean * 0.5);
        word += (<usize>(words - channels)) << 2;
      }
    }
  }
}

/** Adds d_i, and d_i d_j − (x_i y_j − x_j y_i), of the segments of a line. */
function addChords(rows: usize, first: usize, last: usize, channels: i32, row: usize): void {
  const pairs = rows + <usize>channels * row;
  for (let i = 0; i < channels; i++) {
    const xi = first + <usize>i * row;
    const yi = last + <usize>i * row;
    const di = rows + <usize>i * row;
    const ii = pairs + <usize>(i * channels + i) * row;
    for (let at: usize = 0; at < row; at += 16) {
      const d = f32x4.sub(v128.load(yi + at), v128.load(xi + at));
      v128.store(di + at, f32x4.add(v128.load(di + at), d));
      v128.store(ii + at, f32x4.add(v128.load(ii + at), f32x4.mul(d, d)));
    }
    for (let j = i + 1; j < channels; j++) {
      const xj = first + <usize>j * row;
      const yj = last + <usize>j * row;
      const ij = pairs + <usize>(i * channels + j) * row;
      const ji = pairs + <usize>(j * channels + i) * row;
      for (let at: usize = 0; at < row; at += 16) {
        const ai = v128.load(xi + at);
        const bi = v128.load(yi + at);
        const aj = v128.load(xj + at);
        const bj = v128.load(yj + at);
        const product = f32x4.mul(f32x4.sub(bi, ai), f32x4.sub(bj, aj));
        const chord = f32x4.sub(f32x4.mul(ai, bj), f32x4.mul(aj, bi));
        v128.store(ij + at, f32x4.add(v128.load(ij + at), f32x4.sub(product, chord)));
        v128.store(ji + at, f32x4.add(v128.load(ji + at), f32x4.add(product, chord)));
      }
    }
  }
}

/** The sums over the lines of a block of x_i(t) x_j(t + 1) − x_j(t) x_i(t + 1). */
function layAreas(
  areas: usize,
  planes: usize,
  line: i32,
  height: i32,
  lines: i32,
  steps: i32,
  i: i32,
  j: i32,
): void {
  const row = (<usize>planeRow(steps)) << 2;
  const begin = planes + <usize>line * row + 16;
  const xi = begin + <usize>(i * lines) * row;
  const xj = begin + <usize>(j * lines) * row;
  const block = <usize>height * row;
  for (let at: usize = 0; at < row - 32; at += 16) {
    let sum = f32x4.splat(0);
    for (let within = at; within < at + block; within += row) {
      const forward = f32x4.mul(v128.load(xi + within), v128.load(xj + within, 4));
      const back = f32x4.mul(v128.load(xj + within), v128.load(xi + within, 4));
      sum = f32x4.add(sum, f32x4.sub(forward, back));
    }
    v128.store(areas + at, sum);
  }
}

/** What a segment sweeps: to S_ij, and from S_ji. */
function addAreas(ij: usize, ji: usize, areas: usize, starts: i32, window: i32, stride: i32): void {
  const bytes = (<usize>(window - 1)) << 2;
  const step = (<usize>stride) << 2;
  for (let start = 0; start < starts; start++, areas += step, ij += 4, ji += 4) {
    let sum: f32 = 0;
    for (let at = areas; at < areas + bytes; at += 4) sum += load<f32>(at);
    store<f32>(ij, load<f32>(ij) + sum);
    store<f32>(ji, load<f32>(ji) - sum);
  }
}

/** From [word][start] to [start][word]. */
export function turn(to: usize, from: usize, words: i32, starts: i32, row: usize): void {
  const words4 = (<usize>words) << 2;
  for (let word = 0; word < words; word++, from += row, to += 4) {
    let place = to;
    for (let at = from; at < from + ((<usize>starts) << 2); at += 4, place += words4) {
      store<f32>(place, load<f32>(at));
    }
  }
}
