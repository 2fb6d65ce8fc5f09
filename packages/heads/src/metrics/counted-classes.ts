import { checkLengths } from './check-lengths.js';

/**
 * The classes whose figures count: of two the positive one, of more all that have samples.
 *
 * @throws RangeError when lengths do not match, a probability is NaN, a label is out of range, or
 * `positive` names no class.
 */
export function countedClasses(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: readonly string[],
  wanted: number | string | undefined,
): number[] {
  const positive = indexOfPositive(classes, wanted);
  checkNumbers(probabilities, classes.length);
  const samples = { length: probabilities.length / classes.length };
  checkLengths('samples of probabilities', samples, 'labels', labels);
  const present = new Set(Array.from(labels));
  for (const label of present) {
    if (classes[label] !== undefined) continue;
    throw new RangeError(`labels must be integers from 0 to ${classes.length - 1}, got ${label}`);
  }
  if (positive !== undefined) return [positive];
  return [...classes.keys()].filter((own) => present.has(own));
}

/** The place of the positive class of two; undefined where there are more. */
export function indexOfPositive(
  classes: readonly string[],
  wanted: number | string | undefined,
): number | undefined {
  if (wanted === undefined) return classes.length === 2 ? 1 : undefined;
  const index = typeof wanted === 'string' ? classes.indexOf(wanted) : wanted;
  if (classes.length === 2 && classes[index] !== undefined) return index;
  throw new RangeError(
    classes.length === 2
      ? `positive must be one of ${classes.join(', ')}, got ${wanted}`
      : `positive is for two classes, got ${classes.length}; leave it out`,
  );
}

/** NaN would pass for the first class, and could be right. */
function checkNumbers(probabilities: ArrayLike<number>, classes: number): void {
  for (let index = 0; index < probabilities.length; index++) {
    if (!Number.isNaN(probabilities[index])) continue;
    const sample = Math.floor(index / classes);
    throw new RangeError(`probabilities must be numbers, got NaN for sample ${sample}`);
  }
}
