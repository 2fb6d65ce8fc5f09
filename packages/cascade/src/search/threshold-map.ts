import { requireInteger } from '../arguments/require-integer.js';
import { requireShare } from '../arguments/require-share.js';
import { type CostMeasure, costsOf } from '../cost/stage-cost.js';
import type { StageScores } from './score-stages.js';

export interface ThresholdMapOptions {
  /** Thresholds of the first and of the second stage (40 each). */
  readonly steps?: readonly [first: number, second: number];
  /** The lowest of both (0, 0). */
  readonly from?: readonly [first: number, second: number];
  /** The highest of both (1, 1). */
  readonly to?: readonly [first: number, second: number];
  /** `macs` when left out. */
  readonly measure?: CostMeasure;
}

/** Accuracy and cost over a grid of δ₀ × δ₁. */
export interface ThresholdMap {
  /** δ₀, rising. */
  readonly first: Float64Array;
  /** δ₁, rising. */
  readonly second: Float64Array;
  /** [δ₀][δ₁]. */
  readonly accuracy: Float64Array;
  /** [δ₀][δ₁], of an image on average. */
  readonly cost: Float64Array;
}

/**
 * Accuracy and expected cost of three stages at every pair of a grid of thresholds, ends included, as in
 * figures 2.2 and 2.3 of the report on resolution cascades: 40 × 40 from 0 to 1 by default. Time grows with
 * images plus pairs.
 *
 * @throws RangeError unless there are three stages and the grid lies within 0 to 1.
 *
 * @example
 * const map = thresholdMap(scores, { steps: [50, 100], from: [0.97, 0.74] });
 */
export function thresholdMap(
  scores: readonly StageScores[],
  options: ThresholdMapOptions = {},
): ThresholdMap {
  const { steps = [40, 40], from = [0, 0], to = [1, 1], measure = 'macs' } = options;
  if (scores.length !== 3) {
    throw new RangeError(`a threshold map is of three stages, got ${scores.length}`);
  }
  const [first, second] = [0, 1].map((axis) => gridOf(steps[axis], from[axis], to[axis]));
  const costs = costsOf(scores, measure);
  const count = scores[0].confidence.length;
  const [rows, columns] = [first.length, second.length];
  // An image exits at the first stage in the first `a` rows, at the second in the first `b` columns.
  const place = scores.slice(0, 2).map(({ confidence }, axis) => {
    const grid = axis === 0 ? first : second;
    return Int32Array.from(confidence, (sure) => countUpTo(grid, sure));
  });
  const tables = [0, 1, 2].map(() => new Float64Array((rows + 1) * (columns + 1)));
  const [reach, gain, lateCorrect] = tables;
  const early = new Float64Array(rows + 1);
  for (let image = 0; image < count; image++) {
    const [a, b] = [place[0][image], place[1][image]];
    const at = a * (columns + 1) + b;
    const [now, next, late] = scores.map(({ correct }) => correct[image]);
    early[a] += now;
    reach[at] += 1;
    lateCorrect[at] += late;
    gain[at] += next - late;
  }
  const accuracy = new Float64Array(rows * columns);
  const cost = new Float64Array(rows * columns);
  // Row by row more images reach the second stage; what their columns hold is summed up.
  const pool = tables.map(() => new Float64Array(columns + 1));
  let earlyCorrect = early.reduce((sum, value) => sum + value, 0);
  for (let row = 0; row < rows; row++) {
    earlyCorrect -= early[row];
    for (const [table, sums] of pool.entries()) {
      for (let b = 0; b <= columns; b++) sums[b] += tables[table][row * (columns + 1) + b];
    }
    const [reached, gained, late] = pool;
    const total = sumOf(reached);
    let toLast = 0;
    let correct = earlyCorrect + sumOf(late) + sumOf(gained);
    for (let column = 0; column < columns; column++) {
      toLast += reached[column];
      correct -= gained[column];
      accuracy[row * columns + column] = correct / count;
      cost[row * columns + column] =
        (costs[0] * count + costs[1] * total + costs[2] * toLast) / count;
    }
  }
  return { first, second, accuracy, cost };
}

function gridOf(steps: number, from: number, to: number): Float64Array {
  requireInteger('steps', steps, 2, 10_000);
  requireShare('from', from);
  requireShare('to', to);
  if (!(from < to)) throw new RangeError(`from must be below to, got ${from} and ${to}`);
  return Float64Array.from({ length: steps }, (_, step) =>
    step === steps - 1 ? to : from + ((to - from) * step) / (steps - 1),
  );
}

/** How many of rising numbers are at most a value. */
function countUpTo(rising: Float64Array, value: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
