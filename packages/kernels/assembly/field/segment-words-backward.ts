import { sumBands, turnBand } from './band-gradients';
import { addPointGradients, layLinePlanes, layReach, planeBytes, planeMargin } from './line-planes';
import { layDiagonals, layPointGradients, quadrilaterals } from './segment-diagonals';
import { firstBand, lastBand, windowsAlong } from './window-blocks';

/**
 * Adds the gradient of the pixels of what `segmentWords` makes of them. A line's segments have the gradients
 * g_i and g_ij of words, summed over the bands that the line lies in. With H = g / 2 of the pairs,
 *
 *   ∂d_i = g_i + Σ_j (H_ij + H_ji) d_j    ∂u_i = Σ_j (H_ij − H_ji) v_j    ∂v_i = Σ_j (H_ji − H_ij) u_j.
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
  const letters = (<usize>channels) << 4;
  const wordBytes = letters * <usize>(channels + 1);
  const band = <usize>((starts + 3) >> 2) * wordBytes;
  const plane = planeBytes(starts, window, stride);
  const planes = <usize>(min(stride, window) * channels) * plane;
  // Bands that a line can lie in.
  const open = (window - 1) / stride + 1;
  const parts = letters * <usize>(1 + 2 * quadrilaterals(window));
  const reach = workspace;
  const turned = reach + ((<usize>window) << 2);
  const sums = turned + <usize>open * band;
  const linePlanes = sums + band;
  const chord = linePlanes + planes;
  const gradients = chord + parts;
  const points = gradients + parts;
  const margin = planeMargin(window, stride);
  const gradientPlane = plane + margin;
  const pointBytes = <usize>channels * gradientPlane;
  memory.fill(points, 0, <usize>window * pointBytes);
  layReach(reach, channels, window, stride, plane);
  const mean = <f32>1 / <f32>window;
  const until = (bands - 1) * stride + window;
  let from = 0;
  let to = -1;
  for (let line = 0; line < until; line++) {
    const first = firstBand(line, window, stride);
    const last = lastBand(line, bands, stride);
    if (first > last) continue;
    if (last != to) {
      const gradients = outputGradient + <usize>last * bandBytes;
      turnBand(turned + <usize>(last % open) * band, gradients, startBytes, starts, channels, mean);
    }
    if (first != from || last != to) sumBands(sums, turned, band, first, last, open);
    from = first;
    to = last;
    const at = <usize>line * lineBytes;
    layLinePlanes(linePlanes, pixels + at, steps, stepBytes, channels, window, stride, plane);
    let sum = sums;
    for (let start: usize = 0; start < (<usize>starts) << 2; start += 16, sum += wordBytes) {
      const diagonals = chord + letters;
      layDiagonals(chord, diagonals, linePlanes + start, reach, channels, window, plane);
      layGradients(gradients, chord, diagonals, parts - letters, sum, letters);
      layPointGradients(
        points + margin + start,
        pointBytes,
        gradients,
        gradients + letters,
        channels,
        window,
        gradientPlane,
      );
    }
    addPointGradients(
      points,
      pixelGradients + at,
      steps,
      stepBytes,
      channels,
      window,
      stride,
      gradientPlane,
    );
  }
}

/** Of the chord and of all diagonals of four segments. */
function layGradients(
  gradients: usize,
  chord: usize,
  diagonals: usize,
  bytes: usize,
  sums: usize,
  letters: usize,
): void {
  const channels = letters >> 4;
  const pairs = sums + letters;
  const ofDiagonals = gradients + letters;
  for (let i: usize = 0; i < letters; i += 16) {
    let sum = v128.load(sums + i);
    for (let j: usize = 0, at = pairs + i; j < i; j += 16, at += letters) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(at), v128.load(chord + j)));
    }
    for (let j = i, at = pairs + i * channels; j < letters; j += 16) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(at + j), v128.load(chord + j)));
    }
    v128.store(gradients + i, sum);
  }
  for (let part: usize = 0; part < bytes; part += letters * 2) {
    const from = diagonals + part;
    let to = ofDiagonals + part;
    for (let i: usize = 0; i < letters; i += 16, to += 32) {
      let ofU = f32x4.splat(0);
      let ofV = ofU;
      let other = from;
      for (let at = pairs + i * channels; other < from + i * 2; at += 16, other += 32) {
        const h = v128.load(at);
        ofU = f32x4.add(ofU, f32x4.mul(h, v128.load(other, 16)));
        ofV = f32x4.sub(ofV, f32x4.mul(h, v128.load(other)));
      }
      let at = pairs + (i + 16) * channels + i;
      for (other += 32; other < from + letters * 2; at += letters, other += 32) {
        const h = v128.load(at);
        ofU = f32x4.sub(ofU, f32x4.mul(h, v128.load(other, 16)));
        ofV = f32x4.add(ofV, f32x4.mul(h, v128.load(other)));
      }
      v128.store(to, ofU);
      v128.store(to, ofV, 16);
    }
  }
}
