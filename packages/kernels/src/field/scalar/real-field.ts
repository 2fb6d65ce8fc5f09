import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { visitRealWindows } from './visit-real-windows.js';

const VARIANCE_FLOOR = 1e-5;

/** The field of reals, window by window; see the kernel's builder for the arguments. */
export function realField(memory: MemoryViews): KernelFunction {
  return (_workspace, input, ...rest) => {
    const [samples, height, width, channels, window, stride, rows, columns, moments] = rest;
    const { reals, realShift } = memory;
    const from = input >>> realShift;
    let to = rest[10] >>> realShift;
    const sides = { samples, height, width, channels, window, stride, rows, columns };
    visitRealWindows(sides, (lines, corner) => {
      for (const { lineStride, stepStride } of lines) {
        const signature = new Float64Array(channels + channels * channels);
        for (let line = 0; line < window; line++) {
          const begin = from + corner + line * lineStride;
          addSignature(signature, channels, window, (step, channel) => {
            return reals[begin + step * stepStride + channel];
          });
        }
        for (const sum of signature) reals[to++] = sum / window;
      }
      if (!moments) return;
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        let squares = 0;
        for (let y = 0; y < window; y++) {
          for (let x = 0; x < window; x++) {
            const value = reals[from + corner + (y * width + x) * channels + channel];
            sum += value;
            squares += value * value;
          }
        }
        const mean = sum / window ** 2;
        const variance = Math.max(0, squares / window ** 2 - mean * mean);
        reals[to + channel] = mean;
        reals[to + channels + channel] = Math.sqrt(variance + VARIANCE_FLOOR);
      }
      to += 2 * channels;
    });
  };
}

/** Adds S_i = x_i(last) − x_i(0) and S_ij = Σ_t (½ (x_i(t) + x_i(t + 1)) − x_i(0)) Δx_j(t). */
function addSignature(
  signature: Float64Array,
  channels: number,
  points: number,
  at: (step: number, channel: number) => number,
): void {
  for (let step = 0; step + 1 < points; step++) {
    for (let j = 0; j < channels; j++) {
      const increment = at(step + 1, j) - at(step, j);
      signature[j] += increment;
      for (let i = 0; i < channels; i++) {
        const middle = (at(step, i) + at(step + 1, i)) / 2 - at(0, i);
        signature[channels + i * channels + j] += middle * increment;
      }
    }
  }
}
