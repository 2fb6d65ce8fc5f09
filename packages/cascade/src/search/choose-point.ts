import { requireShare } from '../arguments/require-share.js';
import type { FrontPoint } from './front-point.js';

/**
 * The cheapest point of a front with at least some accuracy.
 *
 * @throws RangeError when none has; it names the best there is.
 *
 * @example
 * const { thresholds, cost } = cheapestAt(findFront(scores), 0.89);
 */
export function cheapestAt(front: readonly FrontPoint[], accuracy: number): FrontPoint {
  requireShare('accuracy', accuracy);
  const enough = front.filter((point) => point.accuracy >= accuracy);
  if (enough.length > 0) return cheapestOf(enough);
  const most = mostAccurate(front);
  throw new RangeError(
    `no policy reaches an accuracy of ${accuracy}; the best reaches ${round(most.accuracy)} at a cost of ${round(most.cost)}`,
  );
}

/**
 * The most accurate point of a front that costs at most a budget on average.
 *
 * @throws RangeError when none does; it names the cheapest there is.
 *
 * @example
 * const { thresholds, accuracy } = mostAccurateWithin(findFront(scores), 7.15e6);
 */
export function mostAccurateWithin(front: readonly FrontPoint[], budget: number): FrontPoint {
  const within = front.filter(({ cost }) => cost <= budget);
  if (within.length > 0) return mostAccurate(within);
  throw new RangeError(
    `no policy costs at most ${budget}; the cheapest costs ${round(cheapestOf(front).cost)} an image`,
  );
}

function mostAccurate(front: readonly FrontPoint[]): FrontPoint {
  return bestOf(front, (a, b) => a.accuracy > b.accuracy);
}

function cheapestOf(front: readonly FrontPoint[]): FrontPoint {
  return bestOf(front, (a, b) => a.cost < b.cost);
}

function bestOf(
  front: readonly FrontPoint[],
  isBetter: (a: FrontPoint, b: FrontPoint) => boolean,
): FrontPoint {
  if (front.length === 0) throw new RangeError('a front must have at least one point, got none');
  return front.reduce((best, point) => (isBetter(point, best) ? point : best));
}

/** A figure as a message tells it. */
export function round(value: number): number {
  return Number(value.toPrecision(6));
}
