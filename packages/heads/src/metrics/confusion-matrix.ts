import { checkLengths } from './check-lengths.js';

// A matrix of more would not fit into memory.
const MOST_CLASSES = 10_000;

/**
 * confusion[actual][predicted], the number of samples.
 *
 * @throws RangeError when the arrays differ in length, a class is out of range, or there are more than
 * 10,000 classes.
 *
 * @example
 * confusionMatrix([0, 1, 1], [0, 1, 0], 2); // [[1, 1], [0, 1]]
 */
export function confusionMatrix(
  predicted: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): number[][] {
  checkLengths('predicted', predicted, 'labels', labels);
  if (!Number.isInteger(classes) || classes < 1 || classes > MOST_CLASSES) {
    throw new RangeError(`classes must be an integer from 1 to ${MOST_CLASSES}, got ${classes}`);
  }
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let index = 0; index < labels.length; index++) {
    const actual = labels[index];
    const found = predicted[index];
    if (matrix[actual]?.[found] === undefined) {
      throw new RangeError(
        `classes must be integers from 0 to ${classes - 1}, got ${actual} and ${found} at ${index}`,
      );
    }
    matrix[actual][found]++;
  }
  return matrix;
}
