import { multiplyExponential } from '../../signature/scalar/multiply-exponential.js';
import { pathIncrements } from '../../signature/scalar/path-increments.js';
import { wordCount } from '../../signature/word-count.js';

export interface SegmentMeansOptions {
  /** Index of the first pixel. */
  from: number;
  /** Points of a line, and what lies between them. */
  steps: number;
  stepStride: number;
  lines: number;
  lineStride: number;
  channels: number;
  depth: number;
  time: boolean;
  window: number;
  stride: number;
  /** Index of the first window's first word. */
  to: number;
  /** From a window to the next one along the lines. */
  startStride: number;
  /** From a window to the next one across the lines. */
  bandStride: number;
}

/** Adds to each window the mean of the signatures of its lines' segments. */
export function addSegmentMeans(
  pixels: Uint8Array,
  field: Float32Array | Float64Array,
  options: SegmentMeansOptions,
): void {
  const { from, steps, stepStride, lines, lineStride, channels, depth, time } = options;
  const { window, stride, to, startStride, bandStride } = options;
  const letters = channels + +time;
  const signature = new Float64Array(wordCount(letters, depth));
  const products = new Float64Array(letters ** (depth - 1));
  const bands = Math.floor((lines - window) / stride) + 1;
  for (let start = 0; start * stride + window <= steps; start++) {
    for (let line = 0; line < lines; line++) {
      signature.fill(0);
      const increments = pathIncrements({
        numbers: pixels,
        start: from + line * lineStride + start * stride * stepStride,
        length: window,
        stepStride,
        channels,
        basepoint: false,
        time,
        reversed: false,
        divisor: 255,
      });
      for (const increment of increments) {
        multiplyExponential(signature, increment, letters, depth, products);
      }
      const first = Math.max(0, Math.ceil((line - window + 1) / stride));
      for (let band = first; band < bands && band * stride <= line; band++) {
        const at = to + start * startStride + band * bandStride;
        for (const [word, value] of signature.entries()) field[at + word] += value / window;
      }
    }
  }
}
