import type { Recording } from '../recordings/recording.js';
import { logOf } from './soften.js';

/** What is outside of these is no calibration any more. */
export const [COLDEST, HOTTEST] = [0.01, 100];

/**
 * The temperature T that makes softmax(log p / T) likeliest for the labels (Guo et al. 2017, "On calibration
 * of modern neural networks", section 4.2), from 0.01 to 100. The negative log-likelihood is convex in
 * 1 / T, and Newton's steps within a bracket find its minimum.
 *
 * Fit it on images that the stage was not trained on.
 *
 * @example
 * const temperatures = recordings.map(fitTemperature);
 */
export function fitTemperature({ probabilities, labels, classes }: Recording): number {
  const width = classes.length;
  const z = Float64Array.from(probabilities, logOf);
  let [low, high] = [1 / HOTTEST, 1 / COLDEST];
  let beta = 1;
  for (let step = 0; step < 200 && high - low > 1e-12 * high; step++) {
    const { slope, curvature } = derivatives(z, labels, width, beta);
    if (slope === 0) break;
    if (slope > 0) high = beta;
    else low = beta;
    const newton = beta - slope / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - beta) <= 1e-14 * beta) break;
    beta = next;
  }
  return 1 / beta;
}

/** Of the negative log-likelihood Σ log Σ_j exp(β z_j) − β z_y, by β. */
function derivatives(
  z: Float64Array,
  labels: Int32Array,
  width: number,
  beta: number,
): { slope: number; curvature: number } {
  let slope = 0;
  let curvature = 0;
  for (let image = 0; image < labels.length; image++) {
    const row = image * width;
    let top = z[row];
    for (let at = row + 1; at < row + width; at++) top = Math.max(top, z[at]);
    let total = 0;
    let first = 0;
    let second = 0;
    for (let at = row; at < row + width; at++) {
      // Counted from the highest, so that no square loses its digits.
      const far = z[at] - top;
      const weight = Math.exp(beta * far);
      total += weight;
      first += weight * far;
      second += weight * far * far;
    }
    const mean = first / total;
    slope += mean - (z[row + labels[image]] - top);
    curvature += second / total - mean * mean;
  }
  return { slope, curvature };
}
