import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { visitRealWindows } from './visit-real-windows.js';

/** The gradient of the field's input, window by window; see the kernel's builder for the arguments. */
export function realFieldBackward(memory: MemoryViews): KernelFunction {
  return (_workspace, input, ...rest) => {
    const [samples, height, width, channels, window, stride, rows, columns, moments] = rest;
    const { reals, realShift } = memory;
    const [from, values, gradients, to] = [input, rest[10], rest[11], rest[12]].map(
      (pointer) => pointer >>> realShift,
    );
    const words = channels + channels * channels;
    let place = 0;
    reals.fill(0, to, to + samples * height * width * channels);
    const sides = { samples, height, width, channels, window, stride, rows, columns };
    visitRealWindows(sides, (lines, corner) => {
      for (const { lineStride, stepStride } of lines) {
        const upstream = reals.subarray(gradients + place, gradients + place + words);
        for (let line = 0; line < window; line++) {
          const begin = corner + line * lineStride;
          const index = (step: number, channel: number) => begin + step * stepStride + channel;
          addPathGradient({ reals, from, to, index, upstream, channels, window });
        }
        place += words;
      }
      if (!moments) return;
      for (let channel = 0; channel < channels; channel++) {
        const mean = values + place + channel;
        const ofMean = reals[gradients + place + channel];
        const slope = reals[gradients + place + channels + channel] / reals[mean + channels];
        for (let y = 0; y < window; y++) {
          for (let x = 0; x < window; x++) {
            const at = corner + (y * width + x) * channels + channel;
            const centred = reals[from + at] - reals[mean];
            reals[to + at] += (ofMean + slope * centred) / window ** 2;
          }
        }
      }
      place += 2 * channels;
    });
  };
}

interface PathGradient {
  reals: Float32Array | Float64Array;
  from: number;
  to: number;
  index: (step: number, channel: number) => number;
  /** Of the words' means over the window's lines. */
  upstream: Float32Array | Float64Array;
  channels: number;
  window: number;
}

/** The derivative of S_ij = Σ_t (½ (x_i(t) + x_i(t + 1)) − x_i(0)) (x_j(t + 1) − x_j(t)), and of S_i. */
function addPathGradient(path: PathGradient): void {
  const { reals, from, to, index, upstream, channels, window } = path;
  const x = (step: number, channel: number) => reals[from + index(step, channel)];
  const add = (step: number, channel: number, gradient: number) => {
    reals[to + index(step, channel)] += gradient / window;
  };
  for (let j = 0; j < channels; j++) {
    add(window - 1, j, upstream[j]);
    add(0, j, -upstream[j]);
    for (let i = 0; i < channels; i++) {
      const gradient = upstream[channels + i * channels + j];
      for (let step = 0; step + 1 < window; step++) {
        const increment = gradient * (x(step + 1, j) - x(step, j));
        const middle = gradient * ((x(step, i) + x(step + 1, i)) / 2 - x(0, i));
        add(step, i, increment / 2);
        add(step + 1, i, increment / 2);
        add(0, i, -increment);
        add(step + 1, j, middle);
        add(step, j, -middle);
      }
    }
  }
}
