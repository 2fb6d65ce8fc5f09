import { checkLengths } from './check-lengths.js';

/**
 * Share of predictions that are right.
 *
 * @throws RangeError when the arrays differ in length or are empty.
 *
 * @example
 * accuracy([0, 1, 1], [0, 1, 0]); // 2 / 3
 */
export function accuracy(predicted: ArrayLike<number>, labels: ArrayLike<number>): number {
  checkLengths('predicted', predicted, 'labels', labels);
  let right = 0;
  for (let index = 0; index < labels.length; index++) {
    if (predicted[index] === labels[index]) right++;
  }
  return right / labels.length;
}
