import { checkLengths } from './check-lengths.js';

/**
 * The area under a curve by the trapezoidal rule; x must not decrease.
 *
 * @throws RangeError when the arrays differ in length or are empty.
 *
 * @example
 * auc([0, 0.5, 1], [0, 1, 1]); // 0.75
 */
export function auc(x: ArrayLike<number>, y: ArrayLike<number>): number {
  checkLengths('x', x, 'y', y);
  let area = 0;
  for (let index = 1; index < x.length; index++) {
    area += ((x[index] - x[index - 1]) * (y[index] + y[index - 1])) / 2;
  }
  return area;
}
