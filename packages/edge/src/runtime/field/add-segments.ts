/** Lines of a feature map in one direction, and the windows over them. */
export interface Segments {
  readonly channels: number;
  readonly window: number;
  readonly stride: number;
  readonly lines: number;
  readonly lineStride: number;
  readonly steps: number;
  readonly stepStride: number;
  /** From a window to the next along the lines, and across them. */
  readonly startStride: number;
  readonly bandStride: number;
}

/**
 * Adds to each window the mean over its lines of their segments' signatures of depth 2, which are the
 * increments Δ and S_ij = ½ Δ_i Δ_j + A_ij with the Lévy area A_ij = −A_ji. Twice an area is the sum
 * of x_i(t) x_j(t + 1) − x_j(t) x_i(t + 1) over the steps, less that of its ends: a running sum along
 * the line gives it for every segment.
 */
export function addSegments(
  memory: Float32Array,
  from: number,
  to: number,
  {
    channels,
    window,
    stride,
    lines,
    lineStride,
    steps,
    stepStride,
    startStride,
    bandStride,
  }: Segments,
): void {
  const windowsIn = (side: number): number => Math.floor((side - window) / stride) + 1;
  const starts = windowsIn(steps);
  const bands = windowsIn(lines);
  const sums = new Float64Array(steps);
  const share = 1 / window;
  for (let line = 0; line < lines; line++) {
    const first = Math.max(0, Math.ceil((line - window + 1) / stride));
    const last = Math.min(bands - 1, Math.floor(line / stride));
    if (last < first) continue;
    const begin = from + line * lineStride;
    for (let i = 0; i < channels; i++) {
      for (let j = i; j < channels; j++) {
        // Along the diagonal the areas are 0.
        for (let step = 1, a = begin; j > i && step < steps; step++, a += stepStride) {
          const b = a + stepStride;
          sums[step] =
            sums[step - 1] + memory[a + i] * memory[b + j] - memory[a + j] * memory[b + i];
        }
        for (let start = 0; start < starts; start++) {
          const step = start * stride;
          const a = begin + step * stepStride;
          const b = a + (window - 1) * stepStride;
          const [xi, xj, yi, yj] = [memory[a + i], memory[a + j], memory[b + i], memory[b + j]];
          const half = (share * (yi - xi) * (yj - xj)) / 2;
          const area =
            j > i ? (share * (sums[step + window - 1] - sums[step] - xi * yj + xj * yi)) / 2 : 0;
          for (let band = first; band <= last; band++) {
            const out = to + start * startStride + band * bandStride;
            const square = out + channels;
            memory[square + i * channels + j] += half + area;
            if (j > i) memory[square + j * channels + i] += half - area;
            else memory[out + i] += share * (yi - xi);
          }
        }
      }
    }
  }
}
