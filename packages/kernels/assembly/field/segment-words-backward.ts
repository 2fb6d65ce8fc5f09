import { addPoints, layPoints, laySteps, pointBytes } from './segment-points';
import { addScaled, blockLines, firstBand, lastBand, windowsAlong } from './window-blocks';

/**
 * Adds the gradient of the pixels of what `segmentWords` makes of them. All lines of a block have the
 * same gradients g_i and g_ij of words. With γ(t) the sum of g over the segments that step t lies in,
 *
 *   ∂m_i(t) = Σ_j γ_ij(t) d_j(t)    ∂d_j(t) = Σ_i γ_ij(t) m_i(t)
 *
 * and of the ends, with d = y − x,
 *
 *   ∂y_j = g_j − Σ_i g_ij x_i       ∂x_i = −∂y_i − Σ_j g_ij d_j.
 */
export function segmentWordsBackward(
  workspace: usize,
  pixels: usize,
  pixelGradients: usize,
  steps: i32,
  stepBytes: usize,
  lines: i32,
  lineBytes: usize,
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
  const words = channels + channels * channels;
  const point = pointBytes(channels);
  const block = <usize>(height * steps) * point;
  const square = <usize>channels * point;
  const points = workspace;
  const middles = points + block + point;
  const increments = middles + block;
  const gradients = increments + block;
  const level1 = gradients + block + point;
  const level2 = level1 + <usize>starts * point;
  const turned = level2 + <usize>starts * square;
  const sums = turned + <usize>starts * square;
  const columns = sums + 2 * square + point;
  const mean = <f32>1 / <f32>window;
  const until = (bands - 1) * stride + window;
  memory.fill(points + block, 0, point);
  memory.fill(turned, 0, <usize>starts * square);
  for (let line = 0; line < until; line += height) {
    const from = firstBand(line, window, stride);
    const to = lastBand(line, bands, stride);
    if (from > to) continue;
    memory.fill(columns, 0, (<usize>(starts * words)) << 2);
    for (let band = from; band <= to; band++) {
      let place = outputGradient + <usize>band * bandBytes;
      let word = columns;
      for (let start = 0; start < starts; start++, place += startBytes) {
        addScaled(word, place, words, mean);
        word += (<usize>words) << 2;
      }
    }
    layGradients(level1, level2, turned, columns, channels, starts);
    const first = <usize>line * lineBytes;
    layPoints(points, pixels + first, steps, stepBytes, height, lineBytes, channels);
    laySteps(middles, increments, points, block, point);
    memory.fill(gradients, 0, block + point);
    // The segments whose squares are in the sums: steps often lie in the same as the one before.
    let summed = -1;
    let summedCount = 0;
    for (let step = 0; step < steps - 1; step++) {
      const earliest = step < window - 1 ? 0 : (step - window + 1) / stride + 1;
      const count = min(step / stride, starts - 1) - earliest + 1;
      if (count < 1) continue;
      let gamma = level2 + <usize>earliest * square;
      let gammaTurned = turned + <usize>earliest * square;
      if (count > 1) {
        if (earliest != summed || count != summedCount) {
          addSquares(sums, gamma, square, count);
          addSquares(sums + square, gammaTurned, square, count);
          summed = earliest;
          summedCount = count;
        }
        gamma = sums;
        gammaTurned = sums + square;
      }
      const at = <usize>step * point;
      addStepGradients(
        gradients + at,
        middles + at,
        increments + at,
        gamma,
        gammaTurned,
        steps,
        height,
        channels,
      );
    }
    for (let start = 0; start < starts; start++) {
      const at = <usize>(start * stride) * point;
      addEndGradients(
        gradients + at,
        points + at,
        sums,
        level1 + <usize>start * point,
        level2 + <usize>start * square,
        turned + <usize>start * square,
        steps,
        height,
        channels,
        window,
      );
    }
    addPoints(gradients, pixelGradients + first, steps, stepBytes, height, lineBytes, channels);
  }
}

/**
 * From the gradients of the words, [start][word], to those of the letters, [start][i], and of the
 * pairs, [start][i][j] and [start][j][i]. A vector that reaches over the end of a row holds letters
 * that no one reads.
 */
function layGradients(
  level1: usize,
  level2: usize,
  turned: usize,
  columns: usize,
  channels: i32,
  starts: i32,
): void {
  const point = pointBytes(channels);
  const letters = (<usize>channels) << 2;
  for (let start = 0; start < starts; start++, level1 += point) {
    for (let j: usize = 0; j < point; j += 16) v128.store(level1 + j, v128.load(columns + j));
    for (let i: usize = 0; i < letters; i += 4, level2 += point) {
      columns += letters;
      for (let j: usize = 0; j < point; j += 16) v128.store(level2 + j, v128.load(columns + j));
      let place = turned + i;
      for (let j: usize = 0; j < letters; j += 4, place += point) {
        store<f32>(place, load<f32>(columns + j));
      }
    }
    columns += letters;
    turned += <usize>channels * point;
  }
}

/** The sum of so many squares that lie behind each other, two at least. */
function addSquares(sums: usize, squares: usize, square: usize, count: i32): void {
  const end = squares + <usize>count * square;
  for (const last = squares + square; squares < last; squares += 16, sums += 16) {
    let from = squares + square;
    let sum = f32x4.add(v128.load(squares), v128.load(from));
    for (from += square; from < end; from += square) sum = f32x4.add(sum, v128.load(from));
    v128.store(sums, sum);
  }
}

/** Of the two points of a step, in every line of a block. */
function addStepGradients(
  gradients: usize,
  middles: usize,
  increments: usize,
  gamma: usize,
  gammaTurned: usize,
  steps: i32,
  height: i32,
  channels: i32,
): void {
  const point = pointBytes(channels);
  const line = <usize>steps * point;
  const letters = (<usize>channels) << 2;
  const half = f32x4.splat(0.5);
  for (let begin: usize = 0; begin < <usize>height * line; begin += line) {
    for (let j: usize = 0; j < point; j += 32) {
      let ofM0 = f32x4.splat(0);
      let ofM1 = ofM0;
      let ofD0 = ofM0;
      let ofD1 = ofM0;
      let row = gamma + j;
      let turnedRow = gammaTurned + j;
      for (let i = begin; i < begin + letters; i += 4, row += point, turnedRow += point) {
        const d = v128.load32_splat(increments + i);
        const m = v128.load32_splat(middles + i);
        ofM0 = f32x4.add(ofM0, f32x4.mul(d, v128.load(turnedRow)));
        ofM1 = f32x4.add(ofM1, f32x4.mul(d, v128.load(turnedRow, 16)));
        ofD0 = f32x4.add(ofD0, f32x4.mul(m, v128.load(row)));
        ofD1 = f32x4.add(ofD1, f32x4.mul(m, v128.load(row, 16)));
      }
      ofM0 = f32x4.mul(ofM0, half);
      ofM1 = f32x4.mul(ofM1, half);
      const from = gradients + begin + j;
      const to = from + point;
      v128.store(from, f32x4.add(v128.load(from), f32x4.sub(ofM0, ofD0)));
      v128.store(from, f32x4.add(v128.load(from, 16), f32x4.sub(ofM1, ofD1)), 16);
      v128.store(to, f32x4.add(v128.load(to), f32x4.add(ofM0, ofD0)));
      v128.store(to, f32x4.add(v128.load(to, 16), f32x4.add(ofM1, ofD1)), 16);
    }
  }
}

/** Of the first point and the last of a segment, in every line of a block. */
function addEndGradients(
  gradients: usize,
  points: usize,
  chord: usize,
  level1: usize,
  level2: usize,
  turned: usize,
  steps: i32,
  height: i32,
  channels: i32,
  window: i32,
): void {
  const point = pointBytes(channels);
  const line = <usize>steps * point;
  const letters = (<usize>channels) << 2;
  const length = <usize>(window - 1) * point;
  for (let begin: usize = 0; begin < <usize>height * line; begin += line) {
    const x = points + begin;
    for (let j = x; j < x + point; j += 16) {
      v128.store(chord + j - x, f32x4.sub(v128.load(j + length), v128.load(j)));
    }
    for (let j: usize = 0; j < point; j += 32) {
      let ofY0 = v128.load(level1 + j);
      let ofY1 = v128.load(level1 + j, 16);
      let ofX0 = f32x4.splat(0);
      let ofX1 = ofX0;
      let row = level2 + j;
      let turnedRow = turned + j;
      for (let i: usize = 0; i < letters; i += 4, row += point, turnedRow += point) {
        const xi = v128.load32_splat(x + i);
        const d = v128.load32_splat(chord + i);
        ofY0 = f32x4.sub(ofY0, f32x4.mul(xi, v128.load(row)));
        ofY1 = f32x4.sub(ofY1, f32x4.mul(xi, v128.load(row, 16)));
        ofX0 = f32x4.sub(ofX0, f32x4.mul(d, v128.load(turnedRow)));
        ofX1 = f32x4.sub(ofX1, f32x4.mul(d, v128.load(turnedRow, 16)));
      }
      const from = gradients + begin + j;
      const to = from + length;
      v128.store(to, f32x4.add(v128.load(to), ofY0));
      v128.store(to, f32x4.add(v128.load(to, 16), ofY1), 16);
      v128.store(from, f32x4.add(v128.load(from), f32x4.sub(ofX0, ofY0)));
      v128.store(from, f32x4.add(v128.load(from, 16), f32x4.sub(ofX1, ofY1)), 16);
    }
  }
}
