import { requireShare } from '../arguments/require-share.js';
import { type CostMeasure, costsOf } from '../cost/stage-cost.js';
import { assignExits } from '../policy/assign-exits.js';
import { mostAccurateWithin, round } from './choose-point.js';
import type { FrontPoint } from './front-point.js';
import type { StageScores } from './score-stages.js';

export interface SurestWithinOptions {
  /** At least so many right, on the images of the scores. */
  readonly accuracy: number;
  /** What an image may cost on average. */
  readonly budget: number;
  /** The measure of the front and of the budget (`macs`). */
  readonly measure?: CostMeasure;
}

/** A point that keeps an accuracy and a budget. */
export interface SurestPoint extends FrontPoint {
  /** How far it is from missing the nearer of them, in standard errors. */
  readonly room: number;
}

/**
 * The point of a front that most surely keeps an accuracy and a budget on other images like these: not the
 * cheapest and not the most accurate of those that keep them here, which miss one of them as soon as the
 * images are a little harder, but the one with the most room to the nearer of both. Room is counted in
 * standard errors of the mean over the images: for the cost, and for the difference to the best stage, since
 * that finds harder images harder too.
 *
 * @param scores those that the front was found on.
 * @throws RangeError when no point keeps both; it names the most accurate within the budget.
 *
 * @example
 * const { thresholds, room } = surestWithin(scores, findFront(scores), { accuracy: 0.88, budget: 9.2e6 });
 */
export function surestWithin(
  scores: readonly StageScores[],
  front: readonly FrontPoint[],
  { accuracy, budget, measure = 'macs' }: SurestWithinOptions,
): SurestPoint {
  requireShare('accuracy', accuracy);
  const most = mostAccurateWithin(front, budget);
  if (most.accuracy < accuracy) {
    throw new RangeError(
      `no policy reaches an accuracy of ${accuracy} within a budget of ${budget}; the most accurate reaches ${round(most.accuracy)}`,
    );
  }
  const spent: number[] = [];
  for (const cost of costsOf(scores, measure)) spent.push((spent.at(-1) ?? 0) + cost);
  const best = bestAlone(scores);
  const roomOf = ({ thresholds, accuracy: reached, cost }: FrontPoint): number => {
    const exits = assignExits(scores, thresholds);
    const gains = Float64Array.from(
      exits,
      (stage, image) => scores[stage].correct[image] - best[image],
    );
    const costs = Float64Array.from(exits, (stage) => spent[stage]);
    return Math.min(errorsOf(reached - accuracy, gains), errorsOf(budget - cost, costs));
  };
  return front
    .filter((point) => point.accuracy >= accuracy && point.cost <= budget)
    .map((point) => ({ ...point, room: roomOf(point) }))
    .reduce((surest, point) => (point.room > surest.room ? point : surest));
}

/** Whether the best stage is right about each image by itself. */
function bestAlone(scores: readonly StageScores[]): Uint8Array {
  return scores
    .map(({ correct, alone = correct }) => alone)
    .reduce((best, one) => (mean(one) > mean(best) ? one : best));
}

/** A distance in standard errors of the mean of some values. */
function errorsOf(distance: number, values: Float64Array): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  if (squares === 0) return Number.POSITIVE_INFINITY;
  return (distance / Math.sqrt(squares)) * values.length;
}

function mean(values: Uint8Array | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
