import { layProducts, layWords } from './block-words';
import { layLineWords } from './line-words';
import { layPairWords } from './pair-words';
import { layPoints, laySteps, pointBytes } from './segment-points';
import {
  addScaled,
  addScaledTwice,
  blockLines,
  firstBand,
  lastBand,
  windowsAlong,
} from './window-blocks';

/**
 * Adds to each window of [bands, starts] the mean over its lines of the signatures of depth 2 of
 * their segments. With m(t) the middle of step t, d(t) its increment, x the first point of a segment
 * and y its last,
 *
 *   S_i = y_i − x_i    S_ij = Σ_t (m_i(t) − x_i) d_j(t) = Σ_t m_i(t) d_j(t) − x_i (y_j − x_j).
 *
 * They are summed over the lines of a block first. The letters j go through the lanes of a vector.
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
    if (height == 1) {
      layLineWords(columns, chords, points, middles, increments, channels, starts, window, stride);
    } else if (height == 2) {
      layPairWords(
        columns,
        chords,
        points,
        middles,
        increments,
        block >> 1,
        channels,
        starts,
        window,
        stride,
      );
    } else {
      layProducts(products, middles, increments, steps, height, channels);
      layWords(columns, chords, points, products, steps, height, channels, starts, window, stride);
    }
    for (let band = from; band <= to; band += 2) {
      let place = out + <usize>band * bandBytes;
      let word = columns;
      for (let start = 0; start < starts; start++, place += startBytes) {
        if (band < to) addScaledTwice(place, bandBytes, word, words, mean);
        else addScaled(place, word, words, mean);
        word += (<usize>words) << 2;
      }
    }
  }
}
