import { checkRecordings } from '../recordings/check-recordings.js';
import type { Recording } from '../recordings/recording.js';
import { logOf } from './soften.js';

/** How much of a stage's answer each stage up to it has, and how sure that answer is. */
export interface Mix {
  /** Shares from 0 to 1 that sum to 1, the stage's own the last (`mixProbabilities`). */
  readonly mix: readonly number[];
  readonly temperature: number;
}

/** 1 / T; what is outside of these is no calibration any more. */
const [LEAST, MOST] = [0.01, 100];
const STEPS = 100;

/**
 * The mix of the log-probabilities of some stages that makes softmax(Σ_j m_j log p_j / T) likeliest for the
 * labels. The negative log-likelihood is convex in the weights m_j / T ≥ 0, and projected Newton steps find
 * its minimum (Bertsekas 1982, "Projected Newton methods for optimization problems with simple constraints").
 *
 * Fit it on images that no stage was trained on.
 *
 * @param recordings of the same images: the earlier stages and, last, the one that answers.
 * @returns undefined where no weights are the likeliest: where all images are right, the surer, the likelier.
 * @throws RangeError when the recordings are of other images or classes.
 *
 * @example
 * const found = fitMix([small, medium]); // { mix: [0.35, 0.65], temperature: 0.9 }
 */
export function fitMix(recordings: readonly Recording[]): Mix | undefined {
  checkRecordings(recordings);
  const [{ labels, classes }] = recordings;
  const logs = recordings.map(({ probabilities }) => Float64Array.from(probabilities, logOf));
  // From what each would be by itself at temperature 1, together.
  let weights = recordings.map(() => 1 / recordings.length);
  let here = likelihood(logs, labels, classes.length, weights);
  for (let step = 0; step < STEPS; step++) {
    const free = weights.flatMap((weight, at) => (weight > 0 || here.slope[at] < 0 ? [at] : []));
    const direction = newtonStep(here, free);
    const fall = free.reduce((sum, at, place) => sum - here.slope[at] * direction[place], 0);
    if (!(fall > 1e-12 * (1 + here.loss))) break;
    let found: Likelihood | undefined;
    for (let length = 1; found === undefined && length > 1e-6; length /= 2) {
      const next = weights.slice();
      for (const [place, at] of free.entries()) {
        next[at] = Math.max(0, weights[at] + length * direction[place]);
      }
      const there = likelihood(logs, labels, classes.length, next);
      if (!(there.loss < here.loss)) continue;
      [weights, found] = [next, there];
    }
    if (found === undefined) break;
    here = found;
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (here.right === labels.length || !(total >= LEAST && total <= MOST)) return undefined;
  return { mix: weights.map((weight) => weight / total), temperature: 1 / total };
}

/** The mean of log Σ_c exp(Σ_j w_j z_jc) − Σ_j w_j z_jy over images, and its derivatives by w. */
interface Likelihood {
  readonly loss: number;
  /** Images whose class is likelier than any other. */
  readonly right: number;
  readonly slope: readonly number[];
  /** [stages][stages] */
  readonly curvature: readonly number[][];
}

function likelihood(
  logs: readonly Float64Array[],
  labels: Int32Array,
  width: number,
  weights: readonly number[],
): Likelihood {
  const stages = logs.length;
  const slope = weights.map(() => 0);
  const curvature = weights.map(() => weights.map(() => 0));
  const scores = new Float64Array(width);
  const mean = new Float64Array(stages);
  let loss = 0;
  let right = 0;
  for (let image = 0; image < labels.length; image++) {
    const row = image * width;
    const truth = row + labels[image];
    scores.fill(0);
    for (let stage = 0; stage < stages; stage++) {
      for (let c = 0; c < width; c++) scores[c] += weights[stage] * logs[stage][row + c];
    }
    const own = scores[labels[image]];
    const top = scores.reduce((most, score) => Math.max(most, score));
    if (own === top) right++;
    let total = 0;
    for (let c = 0; c < width; c++) {
      scores[c] = Math.exp(scores[c] - top);
      total += scores[c];
    }
    loss += Math.log(total) + top - own;
    for (let stage = 0; stage < stages; stage++) {
      mean[stage] = 0;
      for (let c = 0; c < width; c++) {
        scores[c] /= stage === 0 ? total : 1;
        mean[stage] += scores[c] * logs[stage][row + c];
      }
      slope[stage] += mean[stage] - logs[stage][truth];
    }
    for (let a = 0; a < stages; a++) {
      for (let b = 0; b <= a; b++) {
        let sum = 0;
        for (let c = 0; c < width; c++) {
          sum += scores[c] * (logs[a][row + c] - mean[a]) * (logs[b][row + c] - mean[b]);
        }
        curvature[a][b] += sum;
      }
    }
  }
  const count = labels.length;
  return {
    loss: loss / count,
    right,
    slope: slope.map((sum) => sum / count),
    curvature: curvature.map((line, a) =>
      line.map((_, b) => (a >= b ? curvature[a][b] : curvature[b][a]) / count),
    ),
  };
}

/** −H⁻¹ g over the free weights, by Gaussian elimination; a little is added to H where stages are alike. */
function newtonStep({ slope, curvature }: Likelihood, free: readonly number[]): number[] {
  const most = Math.max(...free.map((at) => curvature[at][at]), 1e-12);
  const rows = free.map((a, line) => [
    ...free.map((b, place) => curvature[a][b] + (line === place ? 1e-9 * most : 0)),
    -slope[a],
  ]);
  const end = free.length;
  // H is positive definite, so no pivot is 0.
  for (let pivot = 0; pivot < end; pivot++) {
    for (let line = pivot + 1; line < end; line++) {
      const factor = rows[line][pivot] / rows[pivot][pivot];
      for (let at = pivot; at <= end; at++) rows[line][at] -= factor * rows[pivot][at];
    }
  }
  const step = free.map(() => 0);
  for (let line = end - 1; line >= 0; line--) {
    let sum = rows[line][end];
    for (let at = line + 1; at < end; at++) sum -= rows[line][at] * step[at];
    step[line] = sum / rows[line][line];
  }
  return step;
}
