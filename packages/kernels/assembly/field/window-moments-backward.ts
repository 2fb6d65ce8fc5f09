import { loadPart, storePart, wholeVectors } from '../part-vectors';
import { blockLines, firstBand, lastBand, windowsAlong } from './window-blocks';

/**
 * Adds the gradient of the pixels of what `windowMoments` makes of them. With n pixels in a window,
 * mean m, deviation s and their gradients g and h,
 *
 *   ∂x = g / n + h (x − m) / (n s)
 *
 * is α + β x, whose coefficients add up over the windows that a pixel lies in.
 *
 * @param output what `windowMoments` has written.
 */
export function windowMomentsBackward(
  workspace: usize,
  pixels: usize,
  pixelGradients: usize,
  height: i32,
  width: i32,
  channels: i32,
  window: i32,
  stride: i32,
  output: usize,
  outputGradient: usize,
  startBytes: usize,
  bandBytes: usize,
): void {
  const starts = windowsAlong(width, window, stride);
  const bands = windowsAlong(height, window, stride);
  const lines = blockLines(window, stride);
  const row = (<usize>(width * channels)) << 2;
  const until = (bands - 1) * stride + window;
  const block = <usize>lines * row;
  for (let line = 0; line < until; line += lines, pixels += block, pixelGradients += block) {
    const from = firstBand(line, window, stride);
    const to = lastBand(line, bands, stride);
    if (from > to) continue;
    const first = <usize>from * bandBytes;
    const places = to - from + 1;
    layCoefficients(
      workspace,
      output + first,
      outputGradient + first,
      startBytes,
      bandBytes,
      places,
      starts,
      channels,
      <f32>1 / <f32>(window * window),
    );
    addLines(workspace, pixels, pixelGradients, lines, width, channels, starts, window, stride);
  }
}

/** α and β of each window across, summed over the bands that a block lies in; four channels by turns. */
function layCoefficients(
  coefficients: usize,
  output: usize,
  outputGradient: usize,
  startBytes: usize,
  bandBytes: usize,
  bands: i32,
  starts: i32,
  channels: i32,
  share: f32,
): void {
  const deviations = (<usize>channels) << 2;
  const shares = f32x4.splat(share);
  for (let start = 0; start < starts; start++) {
    for (let c = 0; c < channels; c += 4, coefficients += 32) {
      const count = channels - c;
      let alpha = f32x4.splat(0);
      let beta = alpha;
      let place = <usize>start * startBytes + ((<usize>c) << 2);
      for (let band = 0; band < bands; band++, place += bandBytes) {
        const mean = loadPart(output + place, count);
        const deviation = loadPart(output + place + deviations, count);
        const slope = f32x4.mul(loadPart(outputGradient + place + deviations, count), shares);
        const ofX = f32x4.div(slope, deviation);
        const ofMean = f32x4.mul(loadPart(outputGradient + place, count), shares);
        alpha = f32x4.add(alpha, f32x4.sub(ofMean, f32x4.mul(ofX, mean)));
        beta = f32x4.add(beta, ofX);
      }
      v128.store(coefficients, alpha);
      v128.store(coefficients, beta, 16);
    }
  }
}

/** Adds α + β x to the pixels of a block. */
function addLines(
  coefficients: usize,
  pixels: usize,
  pixelGradients: usize,
  lines: i32,
  width: i32,
  channels: i32,
  starts: i32,
  window: i32,
  stride: i32,
): void {
  const pair = 2 * wholeVectors(channels);
  const row = (<usize>(width * channels)) << 2;
  const block = <usize>lines * row;
  for (let step = 0, at: usize = 0; step < width; step++) {
    const first = step < window ? 0 : (step - window) / stride + 1;
    const end = min(step / stride, starts - 1) + 1;
    let from = coefficients + <usize>first * pair;
    const last = coefficients + <usize>end * pair;
    for (let c = 0; c < channels; c += 4, from += 32) {
      const count = channels - c;
      let alpha = f32x4.splat(0);
      let beta = alpha;
      for (let window = from; window < last; window += pair) {
        alpha = f32x4.add(alpha, v128.load(window));
        beta = f32x4.add(beta, v128.load(window, 16));
      }
      for (let place = at; place < block; place += row) {
        const ofX = f32x4.add(alpha, f32x4.mul(beta, loadPart(pixels + place, count)));
        const to = pixelGradients + place;
        storePart(to, f32x4.add(loadPart(to, count), ofX), count);
      }
      at += (<usize>min(count, 4)) << 2;
    }
  }
}
