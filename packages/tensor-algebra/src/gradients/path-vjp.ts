import { exponentialScratch, multiplyExponential } from '../tensor/multiply-exponential.js';
import { type StepScratch, stepVjp } from '../tensor/step-vjp.js';

/**
 * The cotangent of the points of one path, given those of its signature's prefixes, in memory that
 * does not grow with the path's length: the prefixes are found again from the last one backwards,
 * S_{k-1} = S_k ⊗ exp(-x_k) (Reizenstein & Graham 2020; Kidger & Lyons 2021, §5.2).
 *
 * `points` is [increments + 1, channels]; `state` holds what came before the path and is used up;
 * `addCotangent(k, g)` adds to g the cotangent of the prefix of k increments; `out` is as `points`.
 */
export function pathVjp(
  points: Float64Array,
  channels: number,
  starts: readonly number[],
  state: Float64Array,
  addCotangent: (increments: number, g: Float64Array) => void,
  out: Float64Array,
): void {
  const depth = starts.length - 2;
  const size = starts[depth + 1];
  const increments = points.length / channels - 1;
  const scratch = exponentialScratch(channels, depth);
  const x = new Float64Array(channels);
  const gradient = new Float64Array(channels);
  const g = new Float64Array(size);
  const stepScratch: StepScratch = {
    exponential: new Float64Array(size),
    exponentialCotangent: new Float64Array(size),
    before: new Float64Array(size),
  };
  const step = (k: number, sign: number): void => {
    const at = k * channels;
    for (let c = 0; c < channels; c++) x[c] = sign * (points[at + c] - points[at - channels + c]);
    multiplyExponential(state, x, starts, scratch);
  };

  for (let k = 1; k <= increments; k++) step(k, 1);
  out.fill(0);
  for (let k = increments; k > 0; k--) {
    addCotangent(k, g);
    step(k, -1);
    for (let c = 0; c < channels; c++) x[c] = -x[c];
    stepVjp(state, x, g, gradient, starts, stepScratch);
    const at = k * channels;
    for (let c = 0; c < channels; c++) {
      out[at + c] += gradient[c];
      out[at - channels + c] -= gradient[c];
    }
  }
}
