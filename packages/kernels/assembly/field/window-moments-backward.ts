import { planeRow } from './real-planes';
import { blockLines, firstBand, lastBand, windowsAlong } from './window-blocks';

/**
 * Adds the gradient of the points of what `windowMoments` makes of them. With n points in a window,
 * mean m, deviation s and their gradients g and h,
 *
 *   ∂x = g / n + h (x − m) / (n s)
 *
 * is α + β x, whose coefficients add up over the windows that a point lies in.
 *
 * @param output what `windowMoments` has written.
 */
export function windowMomentsBackward(
  workspace: usize,
  planes: usize,
  planeGradients: usize,
  steps: i32,
  lines: i32,
  channels: i32,
  window: i32,
  stride: i32,
  output: usize,
  outputGradient: usize,
  startBytes: usize,
  bandBytes: usize,
): void {
  const starts = windowsAlong(steps, window, stride);
  const bands = windowsAlong(lines, window, stride);
  const height = blockLines(window, stride);
  const row = (<usize>planeRow(steps)) << 2;
  const plane = <usize>lines * row;
  const alphas = workspace;
  const betas = alphas + row;
  const until = (bands - 1) * stride + window;
  const deviations = (<usize>channels) << 2;
  const share = <f32>1 / <f32>(window * window);
  for (let channel = 0; channel < channels; channel++, output += 4, outputGradient += 4) {
    for (let line = 0; line < until; line += height) {
      const from = firstBand(line, window, stride);
      const to = lastBand(line, bands, stride);
      if (from > to) continue;
      memory.fill(alphas, 0, row + row);
      for (let start = 0; start < starts; start++) {
        let alpha: f32 = 0;
        let beta: f32 = 0;
        for (let band = from; band <= to; band++) {
          const place = <usize>band * bandBytes + <usize>start * startBytes;
          const slope = load<f32>(outputGradient + place + deviations) * share;
          const ofX = slope / load<f32>(output + place + deviations);
          alpha += load<f32>(outputGradient + place) * share - ofX * load<f32>(output + place);
          beta += ofX;
        }
        const begin = (<usize>(start * stride)) << 2;
        for (let at = begin; at < begin + ((<usize>window) << 2); at += 4) {
          store<f32>(alphas + at, load<f32>(alphas + at) + alpha);
          store<f32>(betas + at, load<f32>(betas + at) + beta);
        }
      }
      let at = <usize>channel * plane + <usize>line * row + 16;
      for (let within = 0; within < height; within++, at += row) {
        for (let step: usize = 0; step < row - 32; step += 16) {
          const x = v128.load(planes + at + step);
          const ofStep = f32x4.add(v128.load(alphas + step), f32x4.mul(v128.load(betas + step), x));
          const to = planeGradients + at + step;
          v128.store(to, f32x4.add(v128.load(to), ofStep));
        }
      }
    }
  }
}
